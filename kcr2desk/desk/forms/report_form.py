# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_form.ui'
##
## Created by: Qt User Interface Compiler version 6.12.0
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDateTimeEdit,
    QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from kcr2desk.desk.kit import (ChipRow, InlineMessage, KeyChoice)

class Ui_ReportForm(object):
    def setupUi(self, ReportForm):
        if not ReportForm.objectName():
            ReportForm.setObjectName(u"ReportForm")
        self.column = QVBoxLayout(ReportForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 16, 16, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.heading = QLabel(ReportForm)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.head.addWidget(self.heading)

        self.draft = QLabel(ReportForm)
        self.draft.setObjectName(u"draft")
        self.draft.setProperty(u"tone", u"muted")
        self.draft.setProperty(u"role", u"small")

        self.head.addWidget(self.draft)

        self.head_stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_stretch)

        self.template_button = QPushButton(ReportForm)
        self.template_button.setObjectName(u"template_button")
        self.template_button.setAutoDefault(False)
        self.template_button.setProperty(u"kind", u"quiet")

        self.head.addWidget(self.template_button)

        self.close = QPushButton(ReportForm)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)
        self.close.setProperty(u"kind", u"quiet")

        self.head.addWidget(self.close)


        self.column.addLayout(self.head)

        self.text = QPlainTextEdit(ReportForm)
        self.text.setObjectName(u"text")
        self.text.setMinimumSize(QSize(0, 132))
        self.text.setTabChangesFocus(True)

        self.column.addWidget(self.text)

        self.offers = ChipRow(ReportForm)
        self.offers.setObjectName(u"offers")

        self.column.addWidget(self.offers)

        self.alike = InlineMessage(ReportForm)
        self.alike.setObjectName(u"alike")

        self.column.addWidget(self.alike)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(ReportForm)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.title_label, 0, 0, 1, 1)

        self.title = QLineEdit(ReportForm)
        self.title.setObjectName(u"title")

        self.fields.addWidget(self.title, 0, 1, 1, 3)

        self.region_label = QLabel(ReportForm)
        self.region_label.setObjectName(u"region_label")
        self.region_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.region_label, 1, 0, 1, 1)

        self.region = QComboBox(ReportForm)
        self.region.setObjectName(u"region")
        self.region.setEditable(True)

        self.fields.addWidget(self.region, 1, 1, 1, 1)

        self.place_label = QLabel(ReportForm)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.place_label, 1, 2, 1, 1)

        self.place = QLineEdit(ReportForm)
        self.place.setObjectName(u"place")

        self.fields.addWidget(self.place, 1, 3, 1, 1)

        self.informant_label = QLabel(ReportForm)
        self.informant_label.setObjectName(u"informant_label")
        self.informant_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.informant_label, 2, 0, 1, 1)

        self.informant = QLineEdit(ReportForm)
        self.informant.setObjectName(u"informant")

        self.fields.addWidget(self.informant, 2, 1, 1, 1)

        self.channel_label = QLabel(ReportForm)
        self.channel_label.setObjectName(u"channel_label")
        self.channel_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.channel_label, 2, 2, 1, 1)

        self.channel = QComboBox(ReportForm)
        self.channel.setObjectName(u"channel")

        self.fields.addWidget(self.channel, 2, 3, 1, 1)

        self.caller_label = QLabel(ReportForm)
        self.caller_label.setObjectName(u"caller_label")
        self.caller_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.caller_label, 3, 0, 1, 1)

        self.caller = QLineEdit(ReportForm)
        self.caller.setObjectName(u"caller")

        self.fields.addWidget(self.caller, 3, 1, 1, 1)

        self.callback_label = QLabel(ReportForm)
        self.callback_label.setObjectName(u"callback_label")
        self.callback_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.callback_label, 3, 2, 1, 1)

        self.callback = QLineEdit(ReportForm)
        self.callback.setObjectName(u"callback")

        self.fields.addWidget(self.callback, 3, 3, 1, 1)

        self.discipline_label = QLabel(ReportForm)
        self.discipline_label.setObjectName(u"discipline_label")
        self.discipline_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.discipline_label, 4, 0, 1, 1)

        self.discipline = QComboBox(ReportForm)
        self.discipline.setObjectName(u"discipline")

        self.fields.addWidget(self.discipline, 4, 1, 1, 1)

        self.incident_label = QLabel(ReportForm)
        self.incident_label.setObjectName(u"incident_label")
        self.incident_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.incident_label, 4, 2, 1, 1)

        self.incident = QComboBox(ReportForm)
        self.incident.setObjectName(u"incident")
        self.incident.setEditable(True)

        self.fields.addWidget(self.incident, 4, 3, 1, 1)

        self.judged_label = QLabel(ReportForm)
        self.judged_label.setObjectName(u"judged_label")
        self.judged_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.judged_label, 5, 0, 1, 1)

        self.judging = QHBoxLayout()
        self.judging.setSpacing(8)
        self.judging.setObjectName(u"judging")
        self.judging.setContentsMargins(0, 0, 0, 0)
        self.judged = KeyChoice(ReportForm)
        self.judged.setObjectName(u"judged")

        self.judging.addWidget(self.judged)

        self.grade_more = QPushButton(ReportForm)
        self.grade_more.setObjectName(u"grade_more")
        self.grade_more.setAutoDefault(False)
        self.grade_more.setProperty(u"kind", u"link")

        self.judging.addWidget(self.grade_more)

        self.judge_stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.judging.addItem(self.judge_stretch)

        self.urgent = QCheckBox(ReportForm)
        self.urgent.setObjectName(u"urgent")

        self.judging.addWidget(self.urgent)


        self.fields.addLayout(self.judging, 5, 1, 1, 3)

        self.reliability_label = QLabel(ReportForm)
        self.reliability_label.setObjectName(u"reliability_label")
        self.reliability_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.reliability_label, 6, 0, 1, 1)

        self.reliability = QComboBox(ReportForm)
        self.reliability.setObjectName(u"reliability")

        self.fields.addWidget(self.reliability, 6, 1, 1, 1)

        self.credibility_label = QLabel(ReportForm)
        self.credibility_label.setObjectName(u"credibility_label")
        self.credibility_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.credibility_label, 6, 2, 1, 1)

        self.credibility = QComboBox(ReportForm)
        self.credibility.setObjectName(u"credibility")

        self.fields.addWidget(self.credibility, 6, 3, 1, 1)

        self.occurred_label = QLabel(ReportForm)
        self.occurred_label.setObjectName(u"occurred_label")
        self.occurred_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.occurred_label, 7, 0, 1, 1)

        self.occurred = QDateTimeEdit(ReportForm)
        self.occurred.setObjectName(u"occurred")
        self.occurred.setDisplayFormat(u"dd-MM-yyyy HH:mm")
        self.occurred.setCalendarPopup(True)

        self.fields.addWidget(self.occurred, 7, 1, 1, 1)

        self.observed_label = QLabel(ReportForm)
        self.observed_label.setObjectName(u"observed_label")
        self.observed_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.observed_label, 7, 2, 1, 1)

        self.observed = QDateTimeEdit(ReportForm)
        self.observed.setObjectName(u"observed")
        self.observed.setDisplayFormat(u"dd-MM-yyyy HH:mm")
        self.observed.setCalendarPopup(True)

        self.fields.addWidget(self.observed, 7, 3, 1, 1)

        self.received_label = QLabel(ReportForm)
        self.received_label.setObjectName(u"received_label")
        self.received_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.received_label, 8, 0, 1, 1)

        self.received = QDateTimeEdit(ReportForm)
        self.received.setObjectName(u"received")
        self.received.setDisplayFormat(u"dd-MM-yyyy HH:mm")
        self.received.setCalendarPopup(True)

        self.fields.addWidget(self.received, 8, 1, 1, 1)

        self.entered_label = QLabel(ReportForm)
        self.entered_label.setObjectName(u"entered_label")
        self.entered_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.entered_label, 8, 2, 1, 1)

        self.entered = QLabel(ReportForm)
        self.entered.setObjectName(u"entered")
        self.entered.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.entered, 8, 3, 1, 1)

        self.files_label = QLabel(ReportForm)
        self.files_label.setObjectName(u"files_label")
        self.files_label.setProperty(u"tone", u"muted")

        self.fields.addWidget(self.files_label, 9, 0, 1, 1)

        self.files = ChipRow(ReportForm)
        self.files.setObjectName(u"files")

        self.fields.addWidget(self.files, 9, 1, 1, 2)

        self.add_file = QPushButton(ReportForm)
        self.add_file.setObjectName(u"add_file")
        self.add_file.setAutoDefault(False)

        self.fields.addWidget(self.add_file, 9, 3, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnStretch(3, 1)

        self.column.addLayout(self.fields)

        self.body_stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.body_stretch)

        self.message = InlineMessage(ReportForm)
        self.message.setObjectName(u"message")

        self.column.addWidget(self.message)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.foot = QLabel(ReportForm)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"tone", u"muted")
        self.foot.setProperty(u"role", u"small")

        self.buttons.addWidget(self.foot)

        self.foot_stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.foot_stretch)

        self.discard = QPushButton(ReportForm)
        self.discard.setObjectName(u"discard")
        self.discard.setAutoDefault(False)

        self.buttons.addWidget(self.discard)

        self.save = QPushButton(ReportForm)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        self.save.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.save)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.region_label.setBuddy(self.region)
        self.place_label.setBuddy(self.place)
        self.informant_label.setBuddy(self.informant)
        self.channel_label.setBuddy(self.channel)
        self.caller_label.setBuddy(self.caller)
        self.callback_label.setBuddy(self.callback)
        self.discipline_label.setBuddy(self.discipline)
        self.incident_label.setBuddy(self.incident)
        self.judged_label.setBuddy(self.judged)
        self.reliability_label.setBuddy(self.reliability)
        self.credibility_label.setBuddy(self.credibility)
        self.occurred_label.setBuddy(self.occurred)
        self.observed_label.setBuddy(self.observed)
        self.received_label.setBuddy(self.received)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportForm)

        QMetaObject.connectSlotsByName(ReportForm)
    # setupUi

    def retranslateUi(self, ReportForm):
        self.heading.setText(QCoreApplication.translate("ReportForm", u"New report", None))
        self.draft.setText("")
        self.template_button.setText(QCoreApplication.translate("ReportForm", u"METHANE", None))
        self.close.setText(QCoreApplication.translate("ReportForm", u"Close", None))
        self.text.setPlaceholderText(QCoreApplication.translate("ReportForm", u"Type what is said. Region, place, caller, number and quantities are offered below; Tab takes them.", None))
        self.title_label.setText(QCoreApplication.translate("ReportForm", u"&Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("ReportForm", u"The first words, unless you write others", None))
        self.region_label.setText(QCoreApplication.translate("ReportForm", u"&Region", None))
        self.place_label.setText(QCoreApplication.translate("ReportForm", u"&Place", None))
        self.informant_label.setText(QCoreApplication.translate("ReportForm", u"&Source", None))
        self.informant.setPlaceholderText(QCoreApplication.translate("ReportForm", u"Who told us", None))
        self.channel_label.setText(QCoreApplication.translate("ReportForm", u"B&y", None))
        self.caller_label.setText(QCoreApplication.translate("ReportForm", u"&Caller", None))
        self.callback_label.setText(QCoreApplication.translate("ReportForm", u"Call &back", None))
        self.discipline_label.setText(QCoreApplication.translate("ReportForm", u"&Discipline", None))
        self.incident_label.setText(QCoreApplication.translate("ReportForm", u"&Incident", None))
        self.judged_label.setText(QCoreApplication.translate("ReportForm", u"&Grade", None))
        self.grade_more.setText(QCoreApplication.translate("ReportForm", u"Admiralty grade\u2026", None))
        self.urgent.setText(QCoreApplication.translate("ReportForm", u"&Urgent: must be acknowledged", None))
        self.reliability_label.setText(QCoreApplication.translate("ReportForm", u"Reliability", None))
        self.credibility_label.setText(QCoreApplication.translate("ReportForm", u"Credibility", None))
        self.occurred_label.setText(QCoreApplication.translate("ReportForm", u"&Occurred", None))
        self.observed_label.setText(QCoreApplication.translate("ReportForm", u"Obser&ved", None))
        self.received_label.setText(QCoreApplication.translate("ReportForm", u"Receiv&ed", None))
        self.entered_label.setText(QCoreApplication.translate("ReportForm", u"Entered", None))
        self.entered.setText("")
        self.files_label.setText(QCoreApplication.translate("ReportForm", u"Files", None))
        self.add_file.setText(QCoreApplication.translate("ReportForm", u"Add a &file\u2026", None))
        self.foot.setText("")
        self.discard.setText(QCoreApplication.translate("ReportForm", u"Discard draft", None))
        self.save.setText(QCoreApplication.translate("ReportForm", u"Save report", None))
        pass
    # retranslateUi

