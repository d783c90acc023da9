/**
 * Compute kernels: matrix products, convolutions, pooling, normalization, transcendental functions, and the thread pool that shares them.
 * Each kernel exists twice, in plain Java ({@link ScalarKernels}, the reference) and with the Vector API ({@link VectorKernels}); {@link
 * Kernels} is the interface, {@link KernelChoice} picks one. Convolutions hold one image in each vector lane (decision 8). Work is cut
 * into chunks that do not depend on the number of threads, so results are the same bits on one thread or many ({@link WorkerTeam}).
 * Nothing allocates once warm; accumulators are named locals, and vectors are never handed to a method that is not inlined (decision 10).
 * The only room that may use {@code jdk.incubator.vector}; knows no other room.
 */
package studio.backprop.kernel;
