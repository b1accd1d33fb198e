"""Messages between our processes, cut and spoiled in every way."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmgui.channel import MAX_LINE, MAX_SECRET, Channel, ChannelError

messages = st.lists(
    st.tuples(
        st.dictionaries(
            st.text(max_size=8).filter(lambda key: key != "secret_length"), st.integers()
        ),
        st.none() | st.binary(max_size=3000),
    ),
    max_size=6,
)


def stream(pairs) -> bytes:
    """What ``send`` puts on the wire."""
    one, other = socket.socketpair()
    with one, other:
        channel = Channel(one)
        data = b""
        for message, secret in pairs:
            channel.send(message, secret)
            data += other.recv(1 << 20)
        return data


@given(messages, st.integers(1, 50))
@settings(max_examples=100, deadline=None)
def test_whatever_the_pieces_the_messages_are_the_same(pairs, size):
    data = stream(pairs)
    one, other = socket.socketpair()
    with one, other:

        def feed() -> None:
            for start in range(0, len(data), size):
                other.sendall(data[start : start + size])
            other.shutdown(socket.SHUT_WR)

        thread = threading.Thread(target=feed)
        thread.start()
        channel = Channel(one)
        received = []
        while (each := channel.receive()) is not None:
            received.append(each)
        thread.join()
    assert received == pairs


def test_a_secret_is_not_in_the_line_and_not_left_in_the_buffer():
    data = stream([({"verb": "open"}, b"correct horse")])
    line, _, rest = data.partition(b"\n")
    assert json.loads(line) == {"verb": "open", "secret_length": 13}
    assert rest == b"correct horse"
    one, other = socket.socketpair()
    with one, other:
        other.sendall(data)
        channel = Channel(one)
        _, secret = channel.receive()
        assert isinstance(secret, bytearray)
        assert b"horse" not in channel._line + channel._arrived


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense\n",
        b"[1]\n",
        b"\xff\n",
        b"[" * 100000 + b"\n",
        b'{"secret_length": -1}\n',
        b'{"secret_length": true}\n',
        b'{"secret_length": 1.0}\n',
        b'{"secret_length": %d}\n' % (MAX_SECRET + 1),
        b'{"secret_length": 10}\n123',
        b"x" * (MAX_LINE + 100000),
    ],
)
def test_what_is_no_message_is_an_error(data):
    one, other = socket.socketpair()

    def send() -> None:
        with other, suppress(BrokenPipeError):  # the channel gives up before the end
            other.sendall(data)

    with one:
        thread = threading.Thread(target=send)
        thread.start()
        with pytest.raises(ChannelError):
            Channel(one).receive()
        one.close()
        thread.join()
