"""The program `kommune360`: its commands, each in a module of its own."""

from typer import Typer

from service.commands.migrate import migrate_database

app = Typer(
    name="kommune360",
    help="The network service of Kommune 360°: who connects us, who should meet, whom we reach.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback with values is for nobody's terminal
)


@app.callback()
def program() -> None:
    """Makes every command a subcommand, even while there is only one."""


app.command("migrate")(migrate_database)
