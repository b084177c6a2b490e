"""What Cypher cannot say: functions on a networkx graph."""
