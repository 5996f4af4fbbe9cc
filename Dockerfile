FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
RUN useradd --create-home --uid 10001 planner && mkdir -p /data/event-planner && chown -R planner /data
WORKDIR /app
COPY requirements.txt requirements-team.txt ./
RUN pip install -r requirements-team.txt
COPY . .
USER planner
# Without DATABASE_URL everything is kept in the volume.
ENV XDG_DATA_HOME=/data
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
# Inside the container all addresses; compose.yaml publishes the port on this machine only.
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true"]
