namespace GitOps;

/// <summary>The knots of a graph (Tarjan's strongly connected components of more than one node), without recursion: a chain of 10,000 apps is no reason to fail.</summary>
internal sealed class StronglyConnected
{
    private readonly List<(int To, DependencyModel Dependency)>[] _edges;
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly bool[] _onPath;
    private readonly Stack<int> _path = new();
    private int _next;

    public StronglyConnected(List<(int To, DependencyModel Dependency)>[] edges)
    {
        _edges = edges;
        _order = new int[edges.Length];
        _low = new int[edges.Length];
        _onPath = new bool[edges.Length];
        for (var node = 0; node < edges.Length; node++)
            if (_order[node] == 0)
                Visit(node);
    }

    public List<List<int>> Knots { get; } = [];

    private void Visit(int root)
    {
        var work = new Stack<(int Node, int Edge)>();
        Enter(root);
        work.Push((root, 0));
        while (work.Count > 0)
        {
            var (node, edge) = work.Pop();
            if (edge < _edges[node].Count)
            {
                work.Push((node, edge + 1));
                var to = _edges[node][edge].To;
                if (_order[to] == 0)
                {
                    Enter(to);
                    work.Push((to, 0));
                }
                else if (_onPath[to])
                    _low[node] = Math.Min(_low[node], _order[to]);
                continue;
            }

            if (_low[node] == _order[node])
                Leave(node);
            if (work.Count > 0)
                _low[work.Peek().Node] = Math.Min(_low[work.Peek().Node], _low[node]);
        }
    }

    private void Enter(int node)
    {
        _order[node] = _low[node] = ++_next;
        _onPath[node] = true;
        _path.Push(node);
    }

    private void Leave(int root)
    {
        var knot = new List<int>();
        int node;
        do
        {
            node = _path.Pop();
            _onPath[node] = false;
            knot.Add(node);
        }
        while (node != root);
        if (knot.Count > 1)
            Knots.Add(knot);
    }
}
