# The command monazite, for docker-compose.yml or on its own:
#   docker build -t monazite . && docker run --rm -v monazite:/var/lib/monazite monazite status
FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv --without-pip /opt/monazite
COPY requirements/service.txt /tmp/
RUN pip --python /opt/monazite install --require-hashes -r /tmp/service.txt
COPY . /src
RUN pip --python /opt/monazite install --no-deps --no-build-isolation /src \
 && find /opt/monazite -type d -name tests -prune -exec rm -r {} +

FROM python:3.12-slim
# The number is fixed, so that a volume's files keep their owner from one image to the next.
RUN useradd --system --user-group --uid 10001 --home-dir /var/lib/monazite --create-home monazite
COPY --from=build /opt/monazite /opt/monazite
ENV PATH=/opt/monazite/bin:$PATH MONAZITE_HOME=/var/lib/monazite
USER monazite
VOLUME /var/lib/monazite
ENTRYPOINT ["monazite"]
CMD ["--help"]
