# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'request_form.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from kcr2desk.desk.bijstand.request_lines import RequestLines
from kcr2desk.desk.bijstand.request_parts import (GrowingText, Priorities, QuickNote, Several,
    ShortTime)
from kcr2desk.desk.parts.form_parts import (Choice, Message, SmallWords)
from kcr2desk.desk.parts.form_told import SavedBand

class Ui_RequestForm(object):
    def setupUi(self, RequestForm):
        if not RequestForm.objectName():
            RequestForm.setObjectName(u"RequestForm")
        self.column = QVBoxLayout(RequestForm)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 12, 16, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.heading = QLabel(RequestForm)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.head.addWidget(self.heading)

        self.draft = SmallWords(RequestForm)
        self.draft.setObjectName(u"draft")

        self.head.addWidget(self.draft)

        self.close = QPushButton(RequestForm)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)
        self.close.setProperty(u"kind", u"quiet")

        self.head.addWidget(self.close)

        self.head.setStretch(1, 1)

        self.column.addLayout(self.head)

        self.saved = SavedBand(RequestForm)
        self.saved.setObjectName(u"saved")

        self.column.addWidget(self.saved)

        self.notices = QWidget(RequestForm)
        self.notices.setObjectName(u"notices")
        self.notices_column = QVBoxLayout(self.notices)
        self.notices_column.setSpacing(4)
        self.notices_column.setObjectName(u"notices_column")
        self.notices_column.setContentsMargins(0, 0, 0, 0)

        self.column.addWidget(self.notices)

        self.note = QuickNote(RequestForm)
        self.note.setObjectName(u"note")

        self.column.addWidget(self.note)

        self.hint = SmallWords(RequestForm)
        self.hint.setObjectName(u"hint")

        self.column.addWidget(self.hint)

        self.area = QScrollArea(RequestForm)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.body_column = QVBoxLayout(self.body)
        self.body_column.setSpacing(8)
        self.body_column.setObjectName(u"body_column")
        self.body_column.setContentsMargins(2, 2, 8, 2)
        self.who = QGridLayout()
        self.who.setObjectName(u"who")
        self.who.setHorizontalSpacing(8)
        self.who.setVerticalSpacing(8)
        self.who.setContentsMargins(0, 0, 0, 0)
        self.region_label = QLabel(self.body)
        self.region_label.setObjectName(u"region_label")
        self.region_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.region_label, 0, 0, 1, 1)

        self.region = Choice(self.body)
        self.region.setObjectName(u"region")

        self.who.addWidget(self.region, 0, 1, 1, 1)

        self.requester_label = QLabel(self.body)
        self.requester_label.setObjectName(u"requester_label")
        self.requester_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.requester_label, 0, 2, 1, 1)

        self.requester = QLineEdit(self.body)
        self.requester.setObjectName(u"requester")

        self.who.addWidget(self.requester, 0, 3, 1, 1)

        self.priority_label = QLabel(self.body)
        self.priority_label.setObjectName(u"priority_label")
        self.priority_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.priority_label, 1, 0, 1, 1)

        self.priority = Priorities(self.body)
        self.priority.setObjectName(u"priority")

        self.who.addWidget(self.priority, 1, 1, 1, 1)

        self.callback_label = QLabel(self.body)
        self.callback_label.setObjectName(u"callback_label")
        self.callback_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.callback_label, 1, 2, 1, 1)

        self.callback = QLineEdit(self.body)
        self.callback.setObjectName(u"callback")
        self.callback.setMaxLength(60)

        self.who.addWidget(self.callback, 1, 3, 1, 1)

        self.from_at_label = QLabel(self.body)
        self.from_at_label.setObjectName(u"from_at_label")
        self.from_at_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.from_at_label, 2, 0, 1, 1)

        self.from_at = ShortTime(self.body)
        self.from_at.setObjectName(u"from_at")

        self.who.addWidget(self.from_at, 2, 1, 1, 1)

        self.until_at_label = QLabel(self.body)
        self.until_at_label.setObjectName(u"until_at_label")
        self.until_at_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.until_at_label, 2, 2, 1, 1)

        self.until_at = ShortTime(self.body)
        self.until_at.setObjectName(u"until_at")

        self.who.addWidget(self.until_at, 2, 3, 1, 1)

        self.times_words = SmallWords(self.body)
        self.times_words.setObjectName(u"times_words")

        self.who.addWidget(self.times_words, 3, 1, 1, 3)

        self.report_to_label = QLabel(self.body)
        self.report_to_label.setObjectName(u"report_to_label")
        self.report_to_label.setProperty(u"tone", u"muted")

        self.who.addWidget(self.report_to_label, 4, 0, 1, 1)

        self.report_to = QLineEdit(self.body)
        self.report_to.setObjectName(u"report_to")
        self.report_to.setMaxLength(500)

        self.who.addWidget(self.report_to, 4, 1, 1, 3)

        self.who.setColumnStretch(1, 3)
        self.who.setColumnStretch(3, 2)
        self.who.setColumnMinimumWidth(0, 84)

        self.body_column.addLayout(self.who)

        self.lines = RequestLines(self.body)
        self.lines.setObjectName(u"lines")

        self.body_column.addWidget(self.lines)

        self.named = QGridLayout()
        self.named.setObjectName(u"named")
        self.named.setHorizontalSpacing(8)
        self.named.setVerticalSpacing(8)
        self.named.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(self.body)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"tone", u"muted")

        self.named.addWidget(self.title_label, 0, 0, 1, 1)

        self.title = QLineEdit(self.body)
        self.title.setObjectName(u"title")

        self.named.addWidget(self.title, 0, 1, 1, 3)

        self.named.setColumnStretch(1, 3)
        self.named.setColumnStretch(3, 2)
        self.named.setColumnMinimumWidth(0, 84)

        self.body_column.addLayout(self.named)

        self.folds = QHBoxLayout()
        self.folds.setSpacing(0)
        self.folds.setObjectName(u"folds")
        self.folds.setContentsMargins(0, 0, 0, 0)
        self.place_fold = QPushButton(self.body)
        self.place_fold.setObjectName(u"place_fold")
        self.place_fold.setAutoDefault(False)
        self.place_fold.setCheckable(True)
        self.place_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.place_fold)

        self.situation_fold = QPushButton(self.body)
        self.situation_fold.setObjectName(u"situation_fold")
        self.situation_fold.setAutoDefault(False)
        self.situation_fold.setCheckable(True)
        self.situation_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.situation_fold)

        self.gate_fold = QPushButton(self.body)
        self.gate_fold.setObjectName(u"gate_fold")
        self.gate_fold.setAutoDefault(False)
        self.gate_fold.setCheckable(True)
        self.gate_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.gate_fold)

        self.means_fold = QPushButton(self.body)
        self.means_fold.setObjectName(u"means_fold")
        self.means_fold.setAutoDefault(False)
        self.means_fold.setCheckable(True)
        self.means_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.means_fold)

        self.costs_page_fold = QPushButton(self.body)
        self.costs_page_fold.setObjectName(u"costs_page_fold")
        self.costs_page_fold.setAutoDefault(False)
        self.costs_page_fold.setCheckable(True)
        self.costs_page_fold.setProperty(u"kind", u"quiet")

        self.folds.addWidget(self.costs_page_fold)

        self.folds_end = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.folds.addItem(self.folds_end)


        self.body_column.addLayout(self.folds)

        self.place = QWidget(self.body)
        self.place.setObjectName(u"place")
        self.place_grid = QGridLayout(self.place)
        self.place_grid.setObjectName(u"place_grid")
        self.place_grid.setHorizontalSpacing(8)
        self.place_grid.setVerticalSpacing(8)
        self.place_grid.setContentsMargins(0, 0, 0, 0)
        self.municipalities_label = QLabel(self.place)
        self.municipalities_label.setObjectName(u"municipalities_label")
        self.municipalities_label.setProperty(u"tone", u"muted")

        self.place_grid.addWidget(self.municipalities_label, 0, 0, 1, 1)

        self.municipalities = Several(self.place)
        self.municipalities.setObjectName(u"municipalities")

        self.place_grid.addWidget(self.municipalities, 0, 1, 1, 3)

        self.talk_group_label = QLabel(self.place)
        self.talk_group_label.setObjectName(u"talk_group_label")
        self.talk_group_label.setProperty(u"tone", u"muted")

        self.place_grid.addWidget(self.talk_group_label, 1, 0, 1, 1)

        self.talk_group = QLineEdit(self.place)
        self.talk_group.setObjectName(u"talk_group")
        self.talk_group.setMaxLength(100)

        self.place_grid.addWidget(self.talk_group, 1, 1, 1, 1)

        self.report_to_position_label = QLabel(self.place)
        self.report_to_position_label.setObjectName(u"report_to_position_label")
        self.report_to_position_label.setProperty(u"tone", u"muted")

        self.place_grid.addWidget(self.report_to_position_label, 1, 2, 1, 1)

        self.report_to_position = QLineEdit(self.place)
        self.report_to_position.setObjectName(u"report_to_position")
        self.report_to_position.setMaxLength(40)

        self.place_grid.addWidget(self.report_to_position, 1, 3, 1, 1)

        self.route_label = QLabel(self.place)
        self.route_label.setObjectName(u"route_label")
        self.route_label.setProperty(u"tone", u"muted")

        self.place_grid.addWidget(self.route_label, 2, 0, 1, 1)

        self.route = QLineEdit(self.place)
        self.route.setObjectName(u"route")
        self.route.setMaxLength(1000)

        self.place_grid.addWidget(self.route, 2, 1, 1, 3)

        self.contact_on_site_label = QLabel(self.place)
        self.contact_on_site_label.setObjectName(u"contact_on_site_label")
        self.contact_on_site_label.setProperty(u"tone", u"muted")

        self.place_grid.addWidget(self.contact_on_site_label, 3, 0, 1, 1)

        self.contact_on_site = QLineEdit(self.place)
        self.contact_on_site.setObjectName(u"contact_on_site")

        self.place_grid.addWidget(self.contact_on_site, 3, 1, 1, 3)

        self.circumstances_label = QLabel(self.place)
        self.circumstances_label.setObjectName(u"circumstances_label")
        self.circumstances_label.setProperty(u"tone", u"muted")

        self.place_grid.addWidget(self.circumstances_label, 4, 0, 1, 1)

        self.circumstances = GrowingText(self.place)
        self.circumstances.setObjectName(u"circumstances")

        self.place_grid.addWidget(self.circumstances, 4, 1, 1, 3)

        self.place_grid.setColumnStretch(1, 3)
        self.place_grid.setColumnStretch(3, 2)
        self.place_grid.setColumnMinimumWidth(0, 84)

        self.body_column.addWidget(self.place)

        self.situation = QWidget(self.body)
        self.situation.setObjectName(u"situation")
        self.situation_grid = QGridLayout(self.situation)
        self.situation_grid.setObjectName(u"situation_grid")
        self.situation_grid.setHorizontalSpacing(8)
        self.situation_grid.setVerticalSpacing(8)
        self.situation_grid.setContentsMargins(0, 0, 0, 0)
        self.description_label = QLabel(self.situation)
        self.description_label.setObjectName(u"description_label")
        self.description_label.setProperty(u"tone", u"muted")

        self.situation_grid.addWidget(self.description_label, 0, 0, 1, 1)

        self.description = GrowingText(self.situation)
        self.description.setObjectName(u"description")

        self.situation_grid.addWidget(self.description, 0, 1, 1, 3)

        self.task_label = QLabel(self.situation)
        self.task_label.setObjectName(u"task_label")
        self.task_label.setProperty(u"tone", u"muted")

        self.situation_grid.addWidget(self.task_label, 1, 0, 1, 1)

        self.task = GrowingText(self.situation)
        self.task.setObjectName(u"task")

        self.situation_grid.addWidget(self.task, 1, 1, 1, 3)

        self.incident_label = QLabel(self.situation)
        self.incident_label.setObjectName(u"incident_label")
        self.incident_label.setProperty(u"tone", u"muted")

        self.situation_grid.addWidget(self.incident_label, 2, 0, 1, 1)

        self.incident = Choice(self.situation)
        self.incident.setObjectName(u"incident")

        self.situation_grid.addWidget(self.incident, 2, 1, 1, 1)

        self.grip_label = QLabel(self.situation)
        self.grip_label.setObjectName(u"grip_label")
        self.grip_label.setProperty(u"tone", u"muted")

        self.situation_grid.addWidget(self.grip_label, 2, 2, 1, 1)

        self.grip = Choice(self.situation)
        self.grip.setObjectName(u"grip")

        self.situation_grid.addWidget(self.grip, 2, 3, 1, 1)

        self.channel_label = QLabel(self.situation)
        self.channel_label.setObjectName(u"channel_label")
        self.channel_label.setProperty(u"tone", u"muted")

        self.situation_grid.addWidget(self.channel_label, 3, 0, 1, 1)

        self.channel = Choice(self.situation)
        self.channel.setObjectName(u"channel")

        self.situation_grid.addWidget(self.channel, 3, 1, 1, 1)

        self.received_at_label = QLabel(self.situation)
        self.received_at_label.setObjectName(u"received_at_label")
        self.received_at_label.setProperty(u"tone", u"muted")

        self.situation_grid.addWidget(self.received_at_label, 3, 2, 1, 1)

        self.received_at = ShortTime(self.situation)
        self.received_at.setObjectName(u"received_at")

        self.situation_grid.addWidget(self.received_at, 3, 3, 1, 1)

        self.situation_grid.setColumnStretch(1, 3)
        self.situation_grid.setColumnStretch(3, 2)
        self.situation_grid.setColumnMinimumWidth(0, 84)

        self.body_column.addWidget(self.situation)

        self.gate = QWidget(self.body)
        self.gate.setObjectName(u"gate")
        self.gate_grid = QGridLayout(self.gate)
        self.gate_grid.setObjectName(u"gate_grid")
        self.gate_grid.setHorizontalSpacing(8)
        self.gate_grid.setVerticalSpacing(8)
        self.gate_grid.setContentsMargins(0, 0, 0, 0)
        self.authority_label = QLabel(self.gate)
        self.authority_label.setObjectName(u"authority_label")
        self.authority_label.setProperty(u"tone", u"muted")

        self.gate_grid.addWidget(self.authority_label, 0, 0, 1, 1)

        self.authority = QLineEdit(self.gate)
        self.authority.setObjectName(u"authority")
        self.authority.setMaxLength(300)

        self.gate_grid.addWidget(self.authority, 0, 1, 1, 1)

        self.authority_role_label = QLabel(self.gate)
        self.authority_role_label.setObjectName(u"authority_role_label")
        self.authority_role_label.setProperty(u"tone", u"muted")

        self.gate_grid.addWidget(self.authority_role_label, 0, 2, 1, 1)

        self.authority_role = Choice(self.gate)
        self.authority_role.setObjectName(u"authority_role")

        self.gate_grid.addWidget(self.authority_role, 0, 3, 1, 1)

        self.basis_label = QLabel(self.gate)
        self.basis_label.setObjectName(u"basis_label")
        self.basis_label.setProperty(u"tone", u"muted")

        self.gate_grid.addWidget(self.basis_label, 1, 0, 1, 1)

        self.basis = QLineEdit(self.gate)
        self.basis.setObjectName(u"basis")
        self.basis.setMaxLength(300)

        self.gate_grid.addWidget(self.basis, 1, 1, 1, 3)

        self.form_label = QLabel(self.gate)
        self.form_label.setObjectName(u"form_label")
        self.form_label.setProperty(u"tone", u"muted")

        self.gate_grid.addWidget(self.form_label, 2, 0, 1, 1)

        self.form = Choice(self.gate)
        self.form.setObjectName(u"form")

        self.gate_grid.addWidget(self.form, 2, 1, 1, 1)

        self.requester_role_label = QLabel(self.gate)
        self.requester_role_label.setObjectName(u"requester_role_label")
        self.requester_role_label.setProperty(u"tone", u"muted")

        self.gate_grid.addWidget(self.requester_role_label, 2, 2, 1, 1)

        self.requester_role = QLineEdit(self.gate)
        self.requester_role.setObjectName(u"requester_role")

        self.gate_grid.addWidget(self.requester_role, 2, 3, 1, 1)

        self.mandate_label = QLabel(self.gate)
        self.mandate_label.setObjectName(u"mandate_label")
        self.mandate_label.setProperty(u"tone", u"muted")

        self.gate_grid.addWidget(self.mandate_label, 3, 0, 1, 1)

        self.mandate = QLineEdit(self.gate)
        self.mandate.setObjectName(u"mandate")
        self.mandate.setMaxLength(300)

        self.gate_grid.addWidget(self.mandate, 3, 1, 1, 3)

        self.gate_grid.setColumnStretch(1, 3)
        self.gate_grid.setColumnStretch(3, 2)
        self.gate_grid.setColumnMinimumWidth(0, 84)

        self.body_column.addWidget(self.gate)

        self.means = QWidget(self.body)
        self.means.setObjectName(u"means")
        self.means_grid = QGridLayout(self.means)
        self.means_grid.setObjectName(u"means_grid")
        self.means_grid.setHorizontalSpacing(8)
        self.means_grid.setVerticalSpacing(8)
        self.means_grid.setContentsMargins(0, 0, 0, 0)
        self.own_means_label = QLabel(self.means)
        self.own_means_label.setObjectName(u"own_means_label")
        self.own_means_label.setProperty(u"tone", u"muted")

        self.means_grid.addWidget(self.own_means_label, 0, 0, 1, 1)

        self.own_means = Choice(self.means)
        self.own_means.setObjectName(u"own_means")

        self.means_grid.addWidget(self.own_means, 0, 1, 1, 1)

        self.neighbours_asked_label = QLabel(self.means)
        self.neighbours_asked_label.setObjectName(u"neighbours_asked_label")
        self.neighbours_asked_label.setProperty(u"tone", u"muted")

        self.means_grid.addWidget(self.neighbours_asked_label, 0, 2, 1, 1)

        self.neighbours_asked = Choice(self.means)
        self.neighbours_asked.setObjectName(u"neighbours_asked")

        self.means_grid.addWidget(self.neighbours_asked, 0, 3, 1, 1)

        self.means_grid.setColumnStretch(1, 3)
        self.means_grid.setColumnStretch(3, 2)
        self.means_grid.setColumnMinimumWidth(0, 84)

        self.body_column.addWidget(self.means)

        self.costs_page = QWidget(self.body)
        self.costs_page.setObjectName(u"costs_page")
        self.costs_page_grid = QGridLayout(self.costs_page)
        self.costs_page_grid.setObjectName(u"costs_page_grid")
        self.costs_page_grid.setHorizontalSpacing(8)
        self.costs_page_grid.setVerticalSpacing(8)
        self.costs_page_grid.setContentsMargins(0, 0, 0, 0)
        self.relief_scheme_label = QLabel(self.costs_page)
        self.relief_scheme_label.setObjectName(u"relief_scheme_label")
        self.relief_scheme_label.setProperty(u"tone", u"muted")

        self.costs_page_grid.addWidget(self.relief_scheme_label, 0, 0, 1, 1)

        self.relief_scheme = QLineEdit(self.costs_page)
        self.relief_scheme.setObjectName(u"relief_scheme")
        self.relief_scheme.setMaxLength(1000)

        self.costs_page_grid.addWidget(self.relief_scheme, 0, 1, 1, 3)

        self.logistics_label = QLabel(self.costs_page)
        self.logistics_label.setObjectName(u"logistics_label")
        self.logistics_label.setProperty(u"tone", u"muted")

        self.costs_page_grid.addWidget(self.logistics_label, 1, 0, 1, 1)

        self.logistics = QLineEdit(self.costs_page)
        self.logistics.setObjectName(u"logistics")
        self.logistics.setMaxLength(2000)

        self.costs_page_grid.addWidget(self.logistics, 1, 1, 1, 3)

        self.costs_label = QLabel(self.costs_page)
        self.costs_label.setObjectName(u"costs_label")
        self.costs_label.setProperty(u"tone", u"muted")

        self.costs_page_grid.addWidget(self.costs_label, 2, 0, 1, 1)

        self.costs = QLineEdit(self.costs_page)
        self.costs.setObjectName(u"costs")
        self.costs.setMaxLength(1000)

        self.costs_page_grid.addWidget(self.costs, 2, 1, 1, 3)

        self.costs_page_grid.setColumnStretch(1, 3)
        self.costs_page_grid.setColumnStretch(3, 2)
        self.costs_page_grid.setColumnMinimumWidth(0, 84)

        self.body_column.addWidget(self.costs_page)

        self.rest = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body_column.addItem(self.rest)

        self.area.setWidget(self.body)

        self.column.addWidget(self.area)

        self.message = Message(RequestForm)
        self.message.setObjectName(u"message")

        self.column.addWidget(self.message)

        self.foot_row = QHBoxLayout()
        self.foot_row.setSpacing(8)
        self.foot_row.setObjectName(u"foot_row")
        self.foot_row.setContentsMargins(0, 0, 0, 0)
        self.foot = SmallWords(RequestForm)
        self.foot.setObjectName(u"foot")

        self.foot_row.addWidget(self.foot)

        self.discard = QPushButton(RequestForm)
        self.discard.setObjectName(u"discard")
        self.discard.setAutoDefault(False)
        self.discard.setProperty(u"kind", u"quiet")

        self.foot_row.addWidget(self.discard)

        self.save = QPushButton(RequestForm)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        self.save.setProperty(u"kind", u"primary")

        self.foot_row.addWidget(self.save)

        self.foot_row.setStretch(0, 1)

        self.column.addLayout(self.foot_row)

        self.column.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.region_label.setBuddy(self.region)
        self.requester_label.setBuddy(self.requester)
        self.priority_label.setBuddy(self.priority)
        self.callback_label.setBuddy(self.callback)
        self.from_at_label.setBuddy(self.from_at)
        self.until_at_label.setBuddy(self.until_at)
        self.report_to_label.setBuddy(self.report_to)
        self.title_label.setBuddy(self.title)
        self.municipalities_label.setBuddy(self.municipalities)
        self.talk_group_label.setBuddy(self.talk_group)
        self.report_to_position_label.setBuddy(self.report_to_position)
        self.route_label.setBuddy(self.route)
        self.contact_on_site_label.setBuddy(self.contact_on_site)
        self.circumstances_label.setBuddy(self.circumstances)
        self.description_label.setBuddy(self.description)
        self.task_label.setBuddy(self.task)
        self.incident_label.setBuddy(self.incident)
        self.grip_label.setBuddy(self.grip)
        self.channel_label.setBuddy(self.channel)
        self.received_at_label.setBuddy(self.received_at)
        self.authority_label.setBuddy(self.authority)
        self.authority_role_label.setBuddy(self.authority_role)
        self.basis_label.setBuddy(self.basis)
        self.form_label.setBuddy(self.form)
        self.requester_role_label.setBuddy(self.requester_role)
        self.mandate_label.setBuddy(self.mandate)
        self.own_means_label.setBuddy(self.own_means)
        self.neighbours_asked_label.setBuddy(self.neighbours_asked)
        self.relief_scheme_label.setBuddy(self.relief_scheme)
        self.logistics_label.setBuddy(self.logistics)
        self.costs_label.setBuddy(self.costs)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.note, self.region)
        QWidget.setTabOrder(self.region, self.requester)
        QWidget.setTabOrder(self.requester, self.priority)
        QWidget.setTabOrder(self.priority, self.callback)
        QWidget.setTabOrder(self.callback, self.from_at)
        QWidget.setTabOrder(self.from_at, self.until_at)
        QWidget.setTabOrder(self.until_at, self.report_to)
        QWidget.setTabOrder(self.report_to, self.lines)
        QWidget.setTabOrder(self.lines, self.title)
        QWidget.setTabOrder(self.title, self.place_fold)
        QWidget.setTabOrder(self.place_fold, self.situation_fold)
        QWidget.setTabOrder(self.situation_fold, self.gate_fold)
        QWidget.setTabOrder(self.gate_fold, self.means_fold)
        QWidget.setTabOrder(self.means_fold, self.costs_page_fold)
        QWidget.setTabOrder(self.costs_page_fold, self.municipalities)
        QWidget.setTabOrder(self.municipalities, self.talk_group)
        QWidget.setTabOrder(self.talk_group, self.report_to_position)
        QWidget.setTabOrder(self.report_to_position, self.route)
        QWidget.setTabOrder(self.route, self.contact_on_site)
        QWidget.setTabOrder(self.contact_on_site, self.circumstances)
        QWidget.setTabOrder(self.circumstances, self.description)
        QWidget.setTabOrder(self.description, self.task)
        QWidget.setTabOrder(self.task, self.incident)
        QWidget.setTabOrder(self.incident, self.grip)
        QWidget.setTabOrder(self.grip, self.channel)
        QWidget.setTabOrder(self.channel, self.received_at)
        QWidget.setTabOrder(self.received_at, self.authority)
        QWidget.setTabOrder(self.authority, self.authority_role)
        QWidget.setTabOrder(self.authority_role, self.basis)
        QWidget.setTabOrder(self.basis, self.form)
        QWidget.setTabOrder(self.form, self.requester_role)
        QWidget.setTabOrder(self.requester_role, self.mandate)
        QWidget.setTabOrder(self.mandate, self.own_means)
        QWidget.setTabOrder(self.own_means, self.neighbours_asked)
        QWidget.setTabOrder(self.neighbours_asked, self.relief_scheme)
        QWidget.setTabOrder(self.relief_scheme, self.logistics)
        QWidget.setTabOrder(self.logistics, self.costs)
        QWidget.setTabOrder(self.costs, self.save)
        QWidget.setTabOrder(self.save, self.discard)
        QWidget.setTabOrder(self.discard, self.close)

        self.retranslateUi(RequestForm)

        QMetaObject.connectSlotsByName(RequestForm)
    # setupUi

    def retranslateUi(self, RequestForm):
        self.heading.setText(QCoreApplication.translate("RequestForm", u"New request", None))
        self.close.setText(QCoreApplication.translate("RequestForm", u"Close", None))
        self.note.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Type what is asked: 4 pel bb until 22:00 Hoog Buurlo, then Enter", None))
        self.region_label.setText(QCoreApplication.translate("RequestForm", u"&Region", None))
        self.requester_label.setText(QCoreApplication.translate("RequestForm", u"Wh&o asks", None))
        self.priority_label.setText(QCoreApplication.translate("RequestForm", u"P&riority", None))
        self.callback_label.setText(QCoreApplication.translate("RequestForm", u"Call &back", None))
        self.from_at_label.setText(QCoreApplication.translate("RequestForm", u"F&rom", None))
        self.until_at_label.setText(QCoreApplication.translate("RequestForm", u"&Until", None))
        self.report_to_label.setText(QCoreApplication.translate("RequestForm", u"Report &to", None))
        self.report_to.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Place where to report", None))
        self.title_label.setText(QCoreApplication.translate("RequestForm", u"&Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("RequestForm", u"What is asked and where, unless you write other words", None))
        self.place_fold.setText(QCoreApplication.translate("RequestForm", u"P&lace", None))
        self.situation_fold.setText(QCoreApplication.translate("RequestForm", u"&Situation", None))
        self.gate_fold.setText(QCoreApplication.translate("RequestForm", u"&Authority", None))
        self.means_fold.setText(QCoreApplication.translate("RequestForm", u"Own &means", None))
        self.costs_page_fold.setText(QCoreApplication.translate("RequestForm", u"&Costs", None))
        self.municipalities_label.setText(QCoreApplication.translate("RequestForm", u"M&unicipalities", None))
        self.talk_group_label.setText(QCoreApplication.translate("RequestForm", u"Tal&k group", None))
        self.report_to_position_label.setText(QCoreApplication.translate("RequestForm", u"&Position", None))
        self.report_to_position.setPlaceholderText(QCoreApplication.translate("RequestForm", u"52.21,5.97", None))
        self.route_label.setText(QCoreApplication.translate("RequestForm", u"Ro&ute", None))
        self.contact_on_site_label.setText(QCoreApplication.translate("RequestForm", u"Co&ntact on site", None))
        self.circumstances_label.setText(QCoreApplication.translate("RequestForm", u"Sa&fety", None))
        self.circumstances.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Circumstances, dangers, protective clothing", None))
        self.description_label.setText(QCoreApplication.translate("RequestForm", u"&What goes on", None))
        self.task_label.setText(QCoreApplication.translate("RequestForm", u"Tas&k", None))
        self.task.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Task and wanted effect", None))
        self.incident_label.setText(QCoreApplication.translate("RequestForm", u"&Incident", None))
        self.grip_label.setText(QCoreApplication.translate("RequestForm", u"&GRIP", None))
        self.channel_label.setText(QCoreApplication.translate("RequestForm", u"How we &know", None))
        self.received_at_label.setText(QCoreApplication.translate("RequestForm", u"Recei&ved", None))
        self.authority_label.setText(QCoreApplication.translate("RequestForm", u"&Authority", None))
        self.authority.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Name of who is competent", None))
        self.authority_role_label.setText(QCoreApplication.translate("RequestForm", u"Ro&le", None))
        self.basis_label.setText(QCoreApplication.translate("RequestForm", u"&Legal basis", None))
        self.form_label.setText(QCoreApplication.translate("RequestForm", u"Signed for&m", None))
        self.requester_role_label.setText(QCoreApplication.translate("RequestForm", u"R&ole of who asks", None))
        self.mandate_label.setText(QCoreApplication.translate("RequestForm", u"Man&date", None))
        self.mandate.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Of who signed for the authority", None))
        self.own_means_label.setText(QCoreApplication.translate("RequestForm", u"&Own means", None))
        self.neighbours_asked_label.setText(QCoreApplication.translate("RequestForm", u"Neighbours as&ked", None))
        self.relief_scheme_label.setText(QCoreApplication.translate("RequestForm", u"&Relief", None))
        self.relief_scheme.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Such as: every 8 hours, from 22:00", None))
        self.logistics_label.setText(QCoreApplication.translate("RequestForm", u"Lo&gistics", None))
        self.logistics.setPlaceholderText(QCoreApplication.translate("RequestForm", u"Fuel, food, lodging", None))
        self.costs_label.setText(QCoreApplication.translate("RequestForm", u"&Costs", None))
        self.costs.setPlaceholderText(QCoreApplication.translate("RequestForm", u"What was agreed about costs", None))
        self.discard.setText(QCoreApplication.translate("RequestForm", u"Discard draft", None))
        self.save.setText(QCoreApplication.translate("RequestForm", u"Save", None))
        pass
    # retranslateUi

