"""Pictures of what hangs together: from nodes and edges to places on a drawing. Knows no item."""
