"""The text that people are shown before they are registered (AVG, art. 13), to be adapted.

A first text for each language: the lead of an operation changes it, and what is shown and printed
is what stands in the operation. `{purpose}`, `{ground}` and `{days}` are filled in when it is
shown, so that the text never disagrees with the operation.
"""

from __future__ import annotations

from collections.abc import Mapping

from kcr2desk.core.repatriation.operation import Operation

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "he", "ur"})
"""Languages that are written from right to left."""

NAMES: Mapping[str, str] = {
    "nl": "Nederlands", "en": "English", "fr": "Français", "de": "Deutsch", "es": "Español",
    "ar": "العربية", "tr": "Türkçe", "uk": "Українська",
}  # fmt: skip
"""What a language calls itself."""

FIRST: Mapping[str, str] = {
    "nl": (
        "Wij registreren u om u te helpen en om te weten of iedereen is aangekomen.\n"
        "Doel: {purpose}\nGrondslag: {ground}\n"
        "Uw gegevens worden na {days} dagen gewist. Wie u verder helpt, krijgt alleen wat daarvoor"
        " nodig is. Medische gegevens ziet alleen het medisch team.\n"
        "U mag uw gegevens inzien en laten verbeteren. U bent niet verplicht zich te laten"
        " registreren: u krijgt ook dan hulp.\n"
        "Wij vragen u apart of wij familie mogen vertellen dat u hier bent."
    ),
    "en": (
        "We register you to help you, and to know whether everybody has arrived.\n"
        "Purpose: {purpose}\nLegal ground: {ground}\n"
        "Your data are erased after {days} days. Those who help you further get only what they need"
        " for it. Only the medical team sees medical data.\n"
        "You may see your data and have them corrected. You do not have to register: you will be"
        " helped all the same.\n"
        "We ask you separately whether we may tell relatives that you are here."
    ),
    "fr": (
        "Nous vous enregistrons pour vous aider et pour savoir si tout le monde est arrivé.\n"
        "But : {purpose}\nBase légale : {ground}\n"
        "Vos données sont effacées après {days} jours. Ceux qui vous aident ensuite ne reçoivent"
        " que ce qui est nécessaire. Seule l'équipe médicale voit les données médicales.\n"
        "Vous pouvez consulter vos données et les faire corriger. L'enregistrement n'est pas"
        " obligatoire : vous serez aidé de toute façon.\n"
        "Nous vous demandons à part si nous pouvons dire à vos proches que vous êtes ici."
    ),
    "de": (
        "Wir registrieren Sie, um Ihnen zu helfen und um zu wissen, ob alle angekommen sind.\n"
        "Zweck: {purpose}\nRechtsgrundlage: {ground}\n"
        "Ihre Daten werden nach {days} Tagen gelöscht. Wer Ihnen weiterhilft, erhält nur, was dafür"
        " nötig ist. Medizinische Daten sieht nur das medizinische Team.\n"
        "Sie dürfen Ihre Daten einsehen und berichtigen lassen. Sie müssen sich nicht registrieren"
        " lassen: Hilfe erhalten Sie trotzdem.\n"
        "Wir fragen Sie gesondert, ob wir Angehörigen sagen dürfen, dass Sie hier sind."
    ),
    "es": (
        "Le registramos para ayudarle y para saber si han llegado todos.\n"
        "Finalidad: {purpose}\nBase jurídica: {ground}\n"
        "Sus datos se borran después de {days} días. Quienes le ayuden después reciben solo lo"
        " necesario. Solo el equipo médico ve los datos médicos.\n"
        "Puede ver sus datos y pedir que se corrijan. No está obligado a registrarse: recibirá"
        " ayuda igualmente.\n"
        "Le preguntamos aparte si podemos decir a sus familiares que está aquí."
    ),
    "ar": (
        "نسجّل بياناتكم لمساعدتكم ولنعرف إن كان الجميع قد وصلوا.\n"
        "الغرض: {purpose}\nالأساس القانوني: {ground}\n"
        "تُمحى بياناتكم بعد {days} يومًا. من يساعدكم بعد ذلك يحصل فقط على ما يلزم لذلك."
        " البيانات الطبية يراها الفريق الطبي وحده.\n"
        "يمكنكم الاطلاع على بياناتكم وطلب تصحيحها. التسجيل ليس إلزاميًا: ستحصلون على المساعدة"
        " في كل الأحوال.\n"
        "نسألكم على حدة إن كان يجوز لنا إبلاغ أقاربكم بوجودكم هنا."
    ),
}  # fmt: skip
"""The first text of each language."""


def privacy_texts(operation: Operation) -> dict[str, str]:
    """The texts of an operation by language, filled in; Dutch and English first."""
    told = operation.privacy if isinstance(operation.privacy, dict) else FIRST
    texts = {str(k): str(v) for k, v in told.items() if str(v).strip()}
    order = [*(x for x in NAMES if x in texts), *sorted(x for x in texts if x not in NAMES)]
    return {language: filled(texts[language], operation) for language in order}


def filled(text: str, operation: Operation) -> str:
    """A text with what the operation says; other braces stay as they are."""
    said = {
        "{purpose}": operation.purpose,
        "{ground}": operation.legal_ground,
        "{days}": str(operation.retention_days),
    }
    for mark, value in said.items():
        text = text.replace(mark, value)
    return text
