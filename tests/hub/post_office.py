"""A real mail server on this machine for tests, that does what a test wants of it."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"


@dataclass
class PostOffice:
    """What was delivered, and what the server says. `on_rcpt` gives its word for an address,
    `on_data` for a mail; "" takes it."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[list[str]] = field(default_factory=list)
    secure: list[bool] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)
    on_rcpt: Callable[[str], str] = lambda address: ""
    on_data: Callable[[], str] = lambda: ""

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if said := self.on_rcpt(address):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if said := self.on_data():
            return said
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.envelopes.append(list(envelope.rcpt_tos))
        self.secure.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 taken"

    def sign_in(self, server: Any, session: Any, envelope: Any, how: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and data.password == b"geheim woord"
        if good:
            self.signed_in.append(data.login.decode())
        return AuthResult(success=good, handled=False)


@contextlib.contextmanager
def post_office(
    *,
    server_context: ssl.SSLContext | None = None,
    implicit: bool = False,
    sign_in: bool = False,
) -> Iterator[PostOffice]:
    """Serve until the block ends: with `server_context` by STARTTLS, or from the first byte."""
    office = PostOffice()
    controller = Controller(
        office,
        hostname=HOST,
        port=0,
        ssl_context=server_context if implicit else None,
        tls_context=None if implicit else server_context,
        authenticator=office.sign_in if sign_in else None,
        auth_require_tls=False,
        require_starttls=False,
    )
    # Port 0: the controller looks at its port again once it listens.
    with _free_port() as port:
        controller.port = port
    controller.start()
    office.port = port
    try:
        yield office
    finally:
        controller.stop()


@contextlib.contextmanager
def _free_port() -> Iterator[int]:
    import socket

    with socket.socket() as probe:
        probe.bind((HOST, 0))
        yield int(probe.getsockname()[1])


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate for this machine, and a client's that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cafile=file)
