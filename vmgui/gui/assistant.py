"""The frame of the assistants: steps at the left, a page, and buttons that are verbs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.steps import Steps


class Page(QWidget):
    """One step. Sub-classes set ``title`` and override what they need.

    ``changed`` is to be emitted when :meth:`complete` or :meth:`action` may answer otherwise;
    ``finished`` moves on without a click (the end of some work).
    """

    changed = Signal()
    finished = Signal()
    title = ""
    hint = ""
    # There is no way back to a page from one that has committed something.
    committed = False

    def wanted(self) -> bool:
        """Whether the choices made so far call for this page."""
        return True

    def enter(self) -> None:
        """The page is about to be shown."""

    def complete(self) -> bool:
        """Whether one may go on."""
        return True

    def leave(self) -> bool:
        """Going on was asked for: take the choices over, or say no and show why."""
        return True

    def action(self) -> str:
        """The text of the button that goes on; empty hides it."""
        return self.tr("Next")

    def cancel(self) -> bool:
        """Closing was asked for; False when the page first has something to stop."""
        return True


class Assistant(QDialog):
    """Shows pages one after another; accepted after the last, rejected when given up.

    Sub-classes override :meth:`pages`. Putting all of them together takes longer than the window
    may stand still, so that is done in steps, and :meth:`open` shows the assistant after the last.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 580)
        self._pages: list[Page] = []
        self._steps: list[QLabel] = []

        side = QFrame()
        side.setProperty("look", "side")
        side.setFixedWidth(210)
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(20, 24, 16, 24)
        self._side.setSpacing(14)
        self._side.addStretch()

        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._hint = QLabel()
        self._hint.setProperty("look", "quiet")
        self._hint.setWordWrap(True)
        self._stack = QStackedWidget()
        body = QVBoxLayout()
        body.setContentsMargins(28, 22, 28, 12)
        body.setSpacing(6)
        body.addWidget(self._title)
        body.addWidget(self._hint)
        body.addSpacing(10)
        body.addWidget(self._stack, 1)

        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button = QPushButton(self.tr("Back"))
        self.back_button.setAutoDefault(False)
        self.back_button.clicked.connect(self.back)
        self.next_button = QPushButton()
        self.next_button.setProperty("look", "primary")
        self.next_button.setDefault(True)
        self.next_button.clicked.connect(self.go_on)
        footer = QFrame()
        footer.setProperty("look", "footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(28, 12, 28, 12)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)

        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(body, 1)
        right.addWidget(footer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(right, 1)
        self._steps_left = Steps(self._gather(), self)

    def pages(self) -> Iterator[Page | None]:
        """Make the pages, one after another; None is a rest within a page that takes long."""
        yield from ()

    def prepared(self) -> None:
        """All pages are there: connect them."""

    def prepare(self) -> None:
        """Put together what is missing, at once."""
        self._steps_left.finish()

    def in_use(self) -> bool:
        """Whether it is shown or will be in a moment."""
        return self.isVisible() or not self._steps_left.done

    def open(self) -> None:
        """Show it as soon as it is put together."""
        if self._steps_left.done:
            super().open()
        else:
            self._steps_left.finished.connect(super().open)

    def _gather(self) -> Iterator[None]:
        for page in self.pages():
            if page is not None:
                yield
                self.add(page)
            yield
        self.prepared()

    def add(self, page: Page) -> None:
        """Append a page."""
        step = QLabel(page.title)
        step.setWordWrap(True)
        self._side.insertWidget(len(self._steps), step)
        self._steps.append(step)
        self._pages.append(page)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(area)
        page.changed.connect(self._update)
        page.finished.connect(self.go_on)
        if len(self._pages) == 1:
            self._show(0)

    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._stack.currentIndex()]

    def go_on(self) -> None:
        """The next wanted page, or the end; nothing while the page is incomplete or says no."""
        page = self.page()
        if not page.complete():
            self._update()  # what was possible a moment ago
            return
        if not page.leave():
            return
        for index in range(self._stack.currentIndex() + 1, len(self._pages)):
            if self._pages[index].wanted():
                self._show(index)
                return
        self.accept()

    def show_page(self, page: Page) -> None:
        """Go to a page, whatever lies between."""
        self._show(self._pages.index(page))

    def back(self) -> None:
        """The wanted page before this one."""
        index = self._before()
        if index >= 0:
            self._show(index)

    def reject(self) -> None:
        """Give up, unless the page has work to stop first."""
        if self.page().cancel():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from any field, as the marked button says."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next_button.isEnabled():
            if not self.next_button.isHidden():
                self.go_on()
            return
        super().keyPressEvent(event)

    def _before(self) -> int:
        if self.page().committed:
            return -1
        for index in range(self._stack.currentIndex() - 1, -1, -1):
            if self._pages[index].wanted():
                return index
        return -1

    def _show(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        page = self.page()
        page.enter()
        self._update()
        self._focus(page)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        self._focus(self.page())

    def _focus(self, page: Page) -> None:
        field = page.nextInFocusChain()
        while field is not None and field is not page:
            tabbed = field.focusPolicy() & Qt.FocusPolicy.TabFocus
            if (
                tabbed
                and page.isAncestorOf(field)
                and field.isVisibleTo(page)
                and field.isEnabled()
            ):
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
            field = field.nextInFocusChain()
        self.next_button.setFocus()

    def _update(self) -> None:
        page = self.page()
        # The window's title is what a screen reader says when the page changes.
        self.setWindowTitle(self.tr("%s: %s") % (self._name, page.title))
        self._title.setText(page.title)
        self._hint.setText(page.hint)
        self._hint.setVisible(bool(page.hint))
        self.next_button.setText(page.action())
        self.next_button.setVisible(bool(page.action()))
        self.next_button.setEnabled(page.complete())
        self.back_button.setVisible(self._before() >= 0)
        last = page.committed and page is self._pages[-1]
        self.cancel_button.setVisible(not last)
        here = self._stack.currentIndex()
        for index, (step, each) in enumerate(zip(self._steps, self._pages, strict=True)):
            step.setVisible(each.wanted())
            step.setProperty("look", "step" if index == here else "quiet")
            step.style().unpolish(step)
            step.style().polish(step)
