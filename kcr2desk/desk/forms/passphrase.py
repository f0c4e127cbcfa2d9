# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'passphrase.ui'
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

class Ui_PassphraseForm(object):
    def setupUi(self, PassphraseForm):
        if not PassphraseForm.objectName():
            PassphraseForm.setObjectName(u"PassphraseForm")
        self.column = QVBoxLayout(PassphraseForm)
        self.column.setSpacing(4)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.heading = QLabel(PassphraseForm)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.column.addWidget(self.heading)

        self.explanation = QLabel(PassphraseForm)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"tone", u"muted")

        self.column.addWidget(self.explanation)

        self.gap_top = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_top)

        self.passphrase_label = QLabel(PassphraseForm)
        self.passphrase_label.setObjectName(u"passphrase_label")

        self.column.addWidget(self.passphrase_label)

        self.passphrase = QLineEdit(PassphraseForm)
        self.passphrase.setObjectName(u"passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)

        self.column.addWidget(self.passphrase)

        self.gap_passphrase = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_passphrase)

        self.again_label = QLabel(PassphraseForm)
        self.again_label.setObjectName(u"again_label")

        self.column.addWidget(self.again_label)

        self.again = QLineEdit(PassphraseForm)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.column.addWidget(self.again)

        self.gap_again = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap_again)

        self.trouble = QLabel(PassphraseForm)
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

        self.cancel = QPushButton(PassphraseForm)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.submit = QPushButton(PassphraseForm)
        self.submit.setObjectName(u"submit")
        self.submit.setAutoDefault(False)
        self.submit.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.submit)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.passphrase_label.setBuddy(self.passphrase)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PassphraseForm)

        QMetaObject.connectSlotsByName(PassphraseForm)
    # setupUi

    def retranslateUi(self, PassphraseForm):
        self.heading.setText(QCoreApplication.translate("PassphraseForm", u"Passphrase of this workstation", None))
        self.explanation.setText(QCoreApplication.translate("PassphraseForm", u"This computer has no keyring. What is kept here is locked with a passphrase instead. The passphrase is kept nowhere, and nobody can recover it.", None))
        self.passphrase_label.setText(QCoreApplication.translate("PassphraseForm", u"&Passphrase", None))
        self.again_label.setText(QCoreApplication.translate("PassphraseForm", u"Once &more", None))
        self.cancel.setText(QCoreApplication.translate("PassphraseForm", u"Cancel", None))
        self.submit.setText(QCoreApplication.translate("PassphraseForm", u"Unlock", None))
        pass
    # retranslateUi

