#!/usr/bin/python3
"""A bare WebKitGTK window under automation, started by WebKitWebDriver; run by Debian's own Python, which has `gi`.

Debian's MiniBrowser is the same WebKitGTK with a toolbar, which makes a window no narrower than 447 pixels, and under
automation it tells nobody what a page's console says. This one has no toolbar and writes the console to a file.

    webkit_window.py FOLDER    FOLDER is this window's alone: cookies, storage, `console`
"""

import ctypes
import os
import signal
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 - the versions come first


class Program:
    """The browser of one window."""

    def __init__(self, folder: str) -> None:
        self.data = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
        self.context = WebKit2.WebContext(website_data_manager=self.data)
        self.context.set_automation_allowed(True)
        self.context.connect("automation-started", self.started)

    def started(self, _context, session) -> None:
        """A driver has come: tell it who we are, and give it a window when it asks."""
        info = WebKit2.ApplicationInfo()
        info.set_name("MiniBrowser")  # the name that Selenium asks for
        info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
        session.set_application_info(info)
        session.connect("create-web-view", self.view)

    def view(self, _session) -> WebKit2.WebView:
        """A new window with nothing but a page in it."""
        settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
        view = WebKit2.WebView(web_context=self.context, settings=settings, is_controlled_by_automation=True)
        window = Gtk.Window(default_width=1280, default_height=800)
        window.add(view)
        window.show_all()
        view.connect("close", lambda _view: window.destroy())
        return view


def quietly(folder: str) -> None:
    """All output, and that of WebKit's own processes, goes into a file; ends with the driver that started us."""
    told = os.open(f"{folder}/console", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(told, 1)
    os.dup2(told, 2)
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


if __name__ == "__main__":
    quietly(sys.argv[1])
    Gtk.init([])
    Gtk.Settings.get_default().set_property("gtk-enable-animations", False)  # prefers-reduced-motion
    program = Program(sys.argv[1])
    Gtk.main()
