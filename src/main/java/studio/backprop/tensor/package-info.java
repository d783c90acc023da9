/**
 * Tensors: float32 arrays with a gradient beside each value, shapes with named axes, seeded random sources and initializers. {@link
 * Tensor} names a {@link Storage} whose memory is taken when it is first used; examples lie row by row, or with several in the lanes of a
 * vector ({@code Tensor.lanes}). {@link Seeds} derives every random source of a run from its seed and the name of its use.
 */
package studio.backprop.tensor;
