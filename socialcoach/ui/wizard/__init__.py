"""The first run, one file a step; a step never knows another step."""
