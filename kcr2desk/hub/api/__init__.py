"""What the hub answers over HTTP, a file a subject. `hub.app` puts them together."""
