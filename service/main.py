"""The program `kommune360`: its commands, each in a module of its own."""

from typer import Typer

from service.commands.imports import import_path
from service.commands.migrate import migrate_database
from service.commands.schema import print_schema
from service.commands.seed import seed
from service.commands.serve import serve
from service.commands.token import token

app = Typer(
    name="kommune360",
    help="The network service of Kommune 360°: who connects us, who should meet, whom we reach.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback with values is for nobody's terminal
)


app.command("serve")(serve)
app.command("migrate")(migrate_database)
app.command("seed")(seed)
app.command("import")(import_path)
app.command("token")(token)
app.command("schema")(print_schema)

if __name__ == "__main__":
    app()
