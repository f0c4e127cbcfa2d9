# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_form.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QGridLayout, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from kcr2desk.desk.parts.form_parts import (ChipStrip, Choice, FileChips, Judged,
    Letters, Message, SmallWords)
from kcr2desk.desk.parts.form_time import TimeField
from kcr2desk.desk.parts.form_told import (FieldNotice, SavedBand)
from kcr2desk.desk.reports.note import NoteField

class Ui_ReportForm(object):
    def setupUi(self, ReportForm):
        if not ReportForm.objectName():
            ReportForm.setObjectName(u"ReportForm")
        self.column = QVBoxLayout(ReportForm)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 12, 16, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.heading = QLabel(ReportForm)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.head.addWidget(self.heading)

        self.draft = SmallWords(ReportForm)
        self.draft.setObjectName(u"draft")

        self.head.addWidget(self.draft)

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

        self.head.setStretch(1, 1)

        self.column.addLayout(self.head)

        self.saved = SavedBand(ReportForm)
        self.saved.setObjectName(u"saved")

        self.column.addWidget(self.saved)

        self.text_notice = FieldNotice(ReportForm)
        self.text_notice.setObjectName(u"text_notice")

        self.column.addWidget(self.text_notice)

        self.text = NoteField(ReportForm)
        self.text.setObjectName(u"text")

        self.column.addWidget(self.text)

        self.offers = ChipStrip(ReportForm)
        self.offers.setObjectName(u"offers")

        self.column.addWidget(self.offers)

        self.hint = QLabel(ReportForm)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"tone", u"muted")
        self.hint.setProperty(u"role", u"small")

        self.column.addWidget(self.hint)

        self.lines = QGridLayout()
        self.lines.setObjectName(u"lines")
        self.lines.setHorizontalSpacing(8)
        self.lines.setVerticalSpacing(8)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(ReportForm)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"tone", u"muted")

        self.lines.addWidget(self.title_label, 0, 0, 1, 1)

        self.title = QLineEdit(ReportForm)
        self.title.setObjectName(u"title")

        self.lines.addWidget(self.title, 0, 1, 1, 3)

        self.title_notice = FieldNotice(ReportForm)
        self.title_notice.setObjectName(u"title_notice")

        self.lines.addWidget(self.title_notice, 1, 0, 1, 4)

        self.incident_label = QLabel(ReportForm)
        self.incident_label.setObjectName(u"incident_label")
        self.incident_label.setProperty(u"tone", u"muted")

        self.lines.addWidget(self.incident_label, 2, 0, 1, 1)

        self.incident = Choice(ReportForm)
        self.incident.setObjectName(u"incident")

        self.lines.addWidget(self.incident, 2, 1, 1, 1)

        self.discipline_label = QLabel(ReportForm)
        self.discipline_label.setObjectName(u"discipline_label")
        self.discipline_label.setProperty(u"tone", u"muted")

        self.lines.addWidget(self.discipline_label, 2, 2, 1, 1)

        self.discipline = Choice(ReportForm)
        self.discipline.setObjectName(u"discipline")

        self.lines.addWidget(self.discipline, 2, 3, 1, 1)

        self.incident_notice = FieldNotice(ReportForm)
        self.incident_notice.setObjectName(u"incident_notice")

        self.lines.addWidget(self.incident_notice, 3, 0, 1, 4)

        self.discipline_notice = FieldNotice(ReportForm)
        self.discipline_notice.setObjectName(u"discipline_notice")

        self.lines.addWidget(self.discipline_notice, 4, 0, 1, 4)

        self.lines.setColumnStretch(1, 3)
        self.lines.setColumnStretch(3, 2)
        self.lines.setColumnMinimumWidth(0, 72)

        self.column.addLayout(self.lines)

        self.judging = QHBoxLayout()
        self.judging.setSpacing(8)
        self.judging.setObjectName(u"judging")
        self.judging.setContentsMargins(0, 0, 0, 0)
        self.judged = Judged(ReportForm)
        self.judged.setObjectName(u"judged")

        self.judging.addWidget(self.judged)

        self.judge_stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.judging.addItem(self.judge_stretch)

        self.urgent = QCheckBox(ReportForm)
        self.urgent.setObjectName(u"urgent")

        self.judging.addWidget(self.urgent)


        self.column.addLayout(self.judging)

        self.urgent_notice = FieldNotice(ReportForm)
        self.urgent_notice.setObjectName(u"urgent_notice")

        self.column.addWidget(self.urgent_notice)

        self.folds = QHBoxLayout()
        self.folds.setSpacing(4)
        self.folds.setObjectName(u"folds")
        self.folds.setContentsMargins(0, 0, 0, 0)
        self.where_fold = QPushButton(ReportForm)
        self.where_fold.setObjectName(u"where_fold")
        self.where_fold.setAutoDefault(False)
        self.where_fold.setCheckable(True)
        self.where_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.where_fold)

        self.times_fold = QPushButton(ReportForm)
        self.times_fold.setObjectName(u"times_fold")
        self.times_fold.setAutoDefault(False)
        self.times_fold.setCheckable(True)
        self.times_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.times_fold)

        self.grade_fold = QPushButton(ReportForm)
        self.grade_fold.setObjectName(u"grade_fold")
        self.grade_fold.setAutoDefault(False)
        self.grade_fold.setCheckable(True)
        self.grade_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.grade_fold)

        self.files_fold = QPushButton(ReportForm)
        self.files_fold.setObjectName(u"files_fold")
        self.files_fold.setAutoDefault(False)
        self.files_fold.setCheckable(True)
        self.files_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.files_fold)

        self.folds_stretch = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.folds.addItem(self.folds_stretch)


        self.column.addLayout(self.folds)

        self.where = QWidget(ReportForm)
        self.where.setObjectName(u"where")
        self.where_grid = QGridLayout(self.where)
        self.where_grid.setObjectName(u"where_grid")
        self.where_grid.setHorizontalSpacing(8)
        self.where_grid.setVerticalSpacing(8)
        self.where_grid.setContentsMargins(0, 0, 0, 0)
        self.region_label = QLabel(self.where)
        self.region_label.setObjectName(u"region_label")
        self.region_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.region_label, 0, 0, 1, 1)

        self.region = Choice(self.where)
        self.region.setObjectName(u"region")

        self.where_grid.addWidget(self.region, 0, 1, 1, 1)

        self.municipality_label = QLabel(self.where)
        self.municipality_label.setObjectName(u"municipality_label")
        self.municipality_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.municipality_label, 0, 2, 1, 1)

        self.municipality = Choice(self.where)
        self.municipality.setObjectName(u"municipality")

        self.where_grid.addWidget(self.municipality, 0, 3, 1, 1)

        self.region_notice = FieldNotice(self.where)
        self.region_notice.setObjectName(u"region_notice")

        self.where_grid.addWidget(self.region_notice, 1, 0, 1, 4)

        self.municipality_notice = FieldNotice(self.where)
        self.municipality_notice.setObjectName(u"municipality_notice")

        self.where_grid.addWidget(self.municipality_notice, 2, 0, 1, 4)

        self.place_label = QLabel(self.where)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.place_label, 3, 0, 1, 1)

        self.place = QLineEdit(self.where)
        self.place.setObjectName(u"place")

        self.where_grid.addWidget(self.place, 3, 1, 1, 1)

        self.informant_label = QLabel(self.where)
        self.informant_label.setObjectName(u"informant_label")
        self.informant_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.informant_label, 3, 2, 1, 1)

        self.informant = QLineEdit(self.where)
        self.informant.setObjectName(u"informant")

        self.where_grid.addWidget(self.informant, 3, 3, 1, 1)

        self.place_notice = FieldNotice(self.where)
        self.place_notice.setObjectName(u"place_notice")

        self.where_grid.addWidget(self.place_notice, 4, 0, 1, 4)

        self.informant_notice = FieldNotice(self.where)
        self.informant_notice.setObjectName(u"informant_notice")

        self.where_grid.addWidget(self.informant_notice, 5, 0, 1, 4)

        self.caller_label = QLabel(self.where)
        self.caller_label.setObjectName(u"caller_label")
        self.caller_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.caller_label, 6, 0, 1, 1)

        self.caller = QLineEdit(self.where)
        self.caller.setObjectName(u"caller")

        self.where_grid.addWidget(self.caller, 6, 1, 1, 1)

        self.callback_label = QLabel(self.where)
        self.callback_label.setObjectName(u"callback_label")
        self.callback_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.callback_label, 6, 2, 1, 1)

        self.callback = QLineEdit(self.where)
        self.callback.setObjectName(u"callback")

        self.where_grid.addWidget(self.callback, 6, 3, 1, 1)

        self.caller_notice = FieldNotice(self.where)
        self.caller_notice.setObjectName(u"caller_notice")

        self.where_grid.addWidget(self.caller_notice, 7, 0, 1, 4)

        self.callback_notice = FieldNotice(self.where)
        self.callback_notice.setObjectName(u"callback_notice")

        self.where_grid.addWidget(self.callback_notice, 8, 0, 1, 4)

        self.channel_label = QLabel(self.where)
        self.channel_label.setObjectName(u"channel_label")
        self.channel_label.setProperty(u"tone", u"muted")

        self.where_grid.addWidget(self.channel_label, 9, 0, 1, 1)

        self.channel = Choice(self.where)
        self.channel.setObjectName(u"channel")

        self.where_grid.addWidget(self.channel, 9, 1, 1, 1)

        self.channel_notice = FieldNotice(self.where)
        self.channel_notice.setObjectName(u"channel_notice")

        self.where_grid.addWidget(self.channel_notice, 10, 0, 1, 4)

        self.where_grid.setColumnStretch(1, 1)
        self.where_grid.setColumnStretch(3, 1)
        self.where_grid.setColumnMinimumWidth(0, 72)
        self.where_grid.setColumnMinimumWidth(2, 84)

        self.column.addWidget(self.where)

        self.times = QWidget(ReportForm)
        self.times.setObjectName(u"times")
        self.times_grid = QGridLayout(self.times)
        self.times_grid.setObjectName(u"times_grid")
        self.times_grid.setHorizontalSpacing(8)
        self.times_grid.setVerticalSpacing(8)
        self.times_grid.setContentsMargins(0, 0, 0, 0)
        self.occurred_at_label = QLabel(self.times)
        self.occurred_at_label.setObjectName(u"occurred_at_label")
        self.occurred_at_label.setProperty(u"tone", u"muted")

        self.times_grid.addWidget(self.occurred_at_label, 0, 0, 1, 1)

        self.occurred_at = TimeField(self.times)
        self.occurred_at.setObjectName(u"occurred_at")

        self.times_grid.addWidget(self.occurred_at, 0, 1, 1, 1)

        self.occurred_at_notice = FieldNotice(self.times)
        self.occurred_at_notice.setObjectName(u"occurred_at_notice")

        self.times_grid.addWidget(self.occurred_at_notice, 1, 0, 1, 2)

        self.observed_at_label = QLabel(self.times)
        self.observed_at_label.setObjectName(u"observed_at_label")
        self.observed_at_label.setProperty(u"tone", u"muted")

        self.times_grid.addWidget(self.observed_at_label, 2, 0, 1, 1)

        self.observed_at = TimeField(self.times)
        self.observed_at.setObjectName(u"observed_at")

        self.times_grid.addWidget(self.observed_at, 2, 1, 1, 1)

        self.observed_at_notice = FieldNotice(self.times)
        self.observed_at_notice.setObjectName(u"observed_at_notice")

        self.times_grid.addWidget(self.observed_at_notice, 3, 0, 1, 2)

        self.received_at_label = QLabel(self.times)
        self.received_at_label.setObjectName(u"received_at_label")
        self.received_at_label.setProperty(u"tone", u"muted")

        self.times_grid.addWidget(self.received_at_label, 4, 0, 1, 1)

        self.received_at = TimeField(self.times)
        self.received_at.setObjectName(u"received_at")

        self.times_grid.addWidget(self.received_at, 4, 1, 1, 1)

        self.received_at_notice = FieldNotice(self.times)
        self.received_at_notice.setObjectName(u"received_at_notice")

        self.times_grid.addWidget(self.received_at_notice, 5, 0, 1, 2)

        self.entered_label = QLabel(self.times)
        self.entered_label.setObjectName(u"entered_label")
        self.entered_label.setProperty(u"tone", u"muted")

        self.times_grid.addWidget(self.entered_label, 6, 0, 1, 1)

        self.entered = QLabel(self.times)
        self.entered.setObjectName(u"entered")
        self.entered.setProperty(u"tone", u"muted")

        self.times_grid.addWidget(self.entered, 6, 1, 1, 1)

        self.times_grid.setColumnStretch(1, 1)
        self.times_grid.setColumnMinimumWidth(0, 88)

        self.column.addWidget(self.times)

        self.grade = QWidget(ReportForm)
        self.grade.setObjectName(u"grade")
        self.grade_grid = QGridLayout(self.grade)
        self.grade_grid.setObjectName(u"grade_grid")
        self.grade_grid.setHorizontalSpacing(8)
        self.grade_grid.setVerticalSpacing(8)
        self.grade_grid.setContentsMargins(0, 0, 0, 0)
        self.reliability_label = QLabel(self.grade)
        self.reliability_label.setObjectName(u"reliability_label")
        self.reliability_label.setProperty(u"tone", u"muted")

        self.grade_grid.addWidget(self.reliability_label, 0, 0, 1, 1)

        self.reliability = Letters(self.grade)
        self.reliability.setObjectName(u"reliability")

        self.grade_grid.addWidget(self.reliability, 0, 1, 1, 1)

        self.reliability_words = SmallWords(self.grade)
        self.reliability_words.setObjectName(u"reliability_words")

        self.grade_grid.addWidget(self.reliability_words, 0, 2, 1, 1)

        self.reliability_notice = FieldNotice(self.grade)
        self.reliability_notice.setObjectName(u"reliability_notice")

        self.grade_grid.addWidget(self.reliability_notice, 1, 0, 1, 3)

        self.credibility_label = QLabel(self.grade)
        self.credibility_label.setObjectName(u"credibility_label")
        self.credibility_label.setProperty(u"tone", u"muted")

        self.grade_grid.addWidget(self.credibility_label, 2, 0, 1, 1)

        self.credibility = Letters(self.grade)
        self.credibility.setObjectName(u"credibility")

        self.grade_grid.addWidget(self.credibility, 2, 1, 1, 1)

        self.credibility_words = SmallWords(self.grade)
        self.credibility_words.setObjectName(u"credibility_words")

        self.grade_grid.addWidget(self.credibility_words, 2, 2, 1, 1)

        self.credibility_notice = FieldNotice(self.grade)
        self.credibility_notice.setObjectName(u"credibility_notice")

        self.grade_grid.addWidget(self.credibility_notice, 3, 0, 1, 3)

        self.grade_grid.setColumnStretch(2, 1)
        self.grade_grid.setColumnMinimumWidth(0, 72)

        self.column.addWidget(self.grade)

        self.file_list = QWidget(ReportForm)
        self.file_list.setObjectName(u"file_list")
        self.files_column = QVBoxLayout(self.file_list)
        self.files_column.setSpacing(8)
        self.files_column.setObjectName(u"files_column")
        self.files_column.setContentsMargins(0, 0, 0, 0)
        self.files = FileChips(self.file_list)
        self.files.setObjectName(u"files")

        self.files_column.addWidget(self.files)

        self.files_row = QHBoxLayout()
        self.files_row.setSpacing(8)
        self.files_row.setObjectName(u"files_row")
        self.files_row.setContentsMargins(0, 0, 0, 0)
        self.add_file = QPushButton(self.file_list)
        self.add_file.setObjectName(u"add_file")
        self.add_file.setAutoDefault(False)

        self.files_row.addWidget(self.add_file)

        self.files_words = QLabel(self.file_list)
        self.files_words.setObjectName(u"files_words")
        self.files_words.setProperty(u"tone", u"muted")
        self.files_words.setProperty(u"role", u"small")

        self.files_row.addWidget(self.files_words)

        self.files_row.setStretch(1, 1)

        self.files_column.addLayout(self.files_row)


        self.column.addWidget(self.file_list)

        self.message = Message(ReportForm)
        self.message.setObjectName(u"message")

        self.column.addWidget(self.message)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.foot = SmallWords(ReportForm)
        self.foot.setObjectName(u"foot")

        self.buttons.addWidget(self.foot)

        self.discard = QPushButton(ReportForm)
        self.discard.setObjectName(u"discard")
        self.discard.setAutoDefault(False)
        self.discard.setProperty(u"kind", u"quiet")

        self.buttons.addWidget(self.discard)

        self.save = QPushButton(ReportForm)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        self.save.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.save)

        self.buttons.setStretch(0, 1)

        self.column.addLayout(self.buttons)

        self.column.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.incident_label.setBuddy(self.incident)
        self.discipline_label.setBuddy(self.discipline)
        self.region_label.setBuddy(self.region)
        self.municipality_label.setBuddy(self.municipality)
        self.place_label.setBuddy(self.place)
        self.informant_label.setBuddy(self.informant)
        self.caller_label.setBuddy(self.caller)
        self.callback_label.setBuddy(self.callback)
        self.channel_label.setBuddy(self.channel)
        self.occurred_at_label.setBuddy(self.occurred_at)
        self.observed_at_label.setBuddy(self.observed_at)
        self.received_at_label.setBuddy(self.received_at)
        self.reliability_label.setBuddy(self.reliability)
        self.credibility_label.setBuddy(self.credibility)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportForm)

        QMetaObject.connectSlotsByName(ReportForm)
    # setupUi

    def retranslateUi(self, ReportForm):
        self.heading.setText(QCoreApplication.translate("ReportForm", u"New report", None))
        self.template_button.setText(QCoreApplication.translate("ReportForm", u"METHANE", None))
        self.close.setText(QCoreApplication.translate("ReportForm", u"Close", None))
        self.text.setPlaceholderText(QCoreApplication.translate("ReportForm", u"Type what is said. Region, place, caller, number and quantities are offered below; Tab takes them.", None))
        self.hint.setText("")
        self.title_label.setText(QCoreApplication.translate("ReportForm", u"&Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("ReportForm", u"The first words, unless you write others", None))
        self.incident_label.setText(QCoreApplication.translate("ReportForm", u"&Incident", None))
        self.discipline_label.setText(QCoreApplication.translate("ReportForm", u"&Discipline", None))
        self.urgent.setText(QCoreApplication.translate("ReportForm", u"&Urgent", None))
        self.where_fold.setText(QCoreApplication.translate("ReportForm", u"&Where and who", None))
        self.times_fold.setText(QCoreApplication.translate("ReportForm", u"Ti&mes", None))
        self.grade_fold.setText(QCoreApplication.translate("ReportForm", u"&Grade", None))
        self.files_fold.setText(QCoreApplication.translate("ReportForm", u"&Files", None))
        self.region_label.setText(QCoreApplication.translate("ReportForm", u"&Region", None))
        self.municipality_label.setText(QCoreApplication.translate("ReportForm", u"Munici&pality", None))
        self.place_label.setText(QCoreApplication.translate("ReportForm", u"P&lace", None))
        self.informant_label.setText(QCoreApplication.translate("ReportForm", u"&Source", None))
        self.informant.setPlaceholderText(QCoreApplication.translate("ReportForm", u"Who told us", None))
        self.caller_label.setText(QCoreApplication.translate("ReportForm", u"&Caller", None))
        self.callback_label.setText(QCoreApplication.translate("ReportForm", u"Call &back", None))
        self.channel_label.setText(QCoreApplication.translate("ReportForm", u"B&y", None))
        self.occurred_at_label.setText(QCoreApplication.translate("ReportForm", u"&Occurred", None))
        self.observed_at_label.setText(QCoreApplication.translate("ReportForm", u"Obser&ved", None))
        self.received_at_label.setText(QCoreApplication.translate("ReportForm", u"Receiv&ed", None))
        self.entered_label.setText(QCoreApplication.translate("ReportForm", u"Entered", None))
        self.entered.setText("")
        self.reliability_label.setText(QCoreApplication.translate("ReportForm", u"Source", None))
        self.credibility_label.setText(QCoreApplication.translate("ReportForm", u"Information", None))
        self.add_file.setText(QCoreApplication.translate("ReportForm", u"&Add a file\u2026", None))
        self.files_words.setText("")
        self.discard.setText(QCoreApplication.translate("ReportForm", u"Discard", None))
        self.save.setText(QCoreApplication.translate("ReportForm", u"Save", None))
        pass
    # retranslateUi

