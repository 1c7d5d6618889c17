#!/bin/sh
# Makes the namespace; finished cases stay readable in Temporal for 30 days (Lianban's own records stay for good).
set -eu
temporal operator cluster health
temporal operator namespace describe -n "$NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create -n "$NAMESPACE" --retention 720h
