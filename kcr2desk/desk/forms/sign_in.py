# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sign_in.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_SignInForm(object):
    def setupUi(self, SignInForm):
        if not SignInForm.objectName():
            SignInForm.setObjectName(u"SignInForm")
        self.column = QVBoxLayout(SignInForm)
        self.column.setSpacing(4)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.heading = QLabel(SignInForm)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.column.addWidget(self.heading)

        self.explanation = QLabel(SignInForm)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"tone", u"muted")

        self.column.addWidget(self.explanation)

        self.gap_top = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_top)

        self.hub_label = QLabel(SignInForm)
        self.hub_label.setObjectName(u"hub_label")

        self.column.addWidget(self.hub_label)

        self.hub = QLineEdit(SignInForm)
        self.hub.setObjectName(u"hub")

        self.column.addWidget(self.hub)

        self.gap_hub = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_hub)

        self.user_label = QLabel(SignInForm)
        self.user_label.setObjectName(u"user_label")

        self.column.addWidget(self.user_label)

        self.user = QLineEdit(SignInForm)
        self.user.setObjectName(u"user")

        self.column.addWidget(self.user)

        self.gap_user = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_user)

        self.password_label = QLabel(SignInForm)
        self.password_label.setObjectName(u"password_label")

        self.column.addWidget(self.password_label)

        self.password = QLineEdit(SignInForm)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.column.addWidget(self.password)

        self.gap_password = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_password)

        self.trouble = QLabel(SignInForm)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setMinimumSize(QSize(0, 52))
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty(u"tone", u"attention")

        self.column.addWidget(self.trouble)

        self.gap_buttons = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_buttons)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.stretch)

        self.cancel = QPushButton(SignInForm)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.submit = QPushButton(SignInForm)
        self.submit.setObjectName(u"submit")
        self.submit.setAutoDefault(False)
        self.submit.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.submit)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.hub_label.setBuddy(self.hub)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SignInForm)

        QMetaObject.connectSlotsByName(SignInForm)
    # setupUi

    def retranslateUi(self, SignInForm):
        self.heading.setText(QCoreApplication.translate("SignInForm", u"Sign in", None))
        self.explanation.setText(QCoreApplication.translate("SignInForm", u"What you write on this workstation is kept here, also while there is no connection.", None))
        self.hub_label.setText(QCoreApplication.translate("SignInForm", u"&Hub", None))
        self.hub.setPlaceholderText(QCoreApplication.translate("SignInForm", u"https://hub.example.nl", None))
        self.user_label.setText(QCoreApplication.translate("SignInForm", u"&Name", None))
        self.password_label.setText(QCoreApplication.translate("SignInForm", u"&Password", None))
        self.cancel.setText(QCoreApplication.translate("SignInForm", u"Cancel", None))
        self.submit.setText(QCoreApplication.translate("SignInForm", u"Sign in", None))
        pass
    # retranslateUi

