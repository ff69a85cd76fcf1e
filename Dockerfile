# The service in one image, without build tools, secrets or root. The database runs in a container of its own.
FROM python:3.11-slim AS build
WORKDIR /app
RUN python -m venv .venv
COPY requirements requirements
RUN .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
# the versions that we develop with, for the tools that install the program itself
RUN sed -n 's/^\([a-z0-9._-]*==[^ \\;]*\).*/\1/p' requirements/development.txt > versions.txt
COPY pyproject.toml README.md ./
COPY graph graph
COPY schema schema
COPY service service
COPY seeds seeds
RUN PIP_CONSTRAINT=versions.txt .venv/bin/pip install --no-cache-dir --no-deps -e . \
 && .venv/bin/python -m compileall -q graph schema service seeds

FROM python:3.11-slim
RUN useradd --system --uid 10360 --no-create-home --home-dir /data kommune360 \
 && mkdir /data && chown kommune360:kommune360 /data
WORKDIR /app
COPY --from=build /app /app
COPY NOTICE ./
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    NUMBA_CACHE_DIR=/data/numba \
    KOMMUNE360_HOST=0.0.0.0 \
    KOMMUNE360_DATA=/data \
    KOMMUNE360_DEMO_SIGN_IN=false \
    KOMMUNE360_QUERIES_BY_GET=false
USER kommune360
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["kommune360"]
CMD ["serve"]
