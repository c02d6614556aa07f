package undercurrent.model.flow;

/**
 * The size of the networks of a flow.
 *
 * @param size D, of the vectors that are mapped
 * @param layers how many layers follow each other
 * @param units of each hidden layer of their networks
 * @param depth how many hidden layers their networks have
 */
public record FlowShape(int size, int layers, int units, int depth) {}
