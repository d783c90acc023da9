/**
 * Network graph: nodes, wires, edits, undo history and validation. {@link Network} is immutable; an {@link Edit} is a named pure function
 * from network to network, and {@link History} keeps earlier documents. {@link Analysis} derives shapes, parameter counts, operations,
 * {@link Problem}s and hints; {@link WireRules} says whether a wire fits before the mouse lets go; {@link Marks} are notes and groups,
 * which nothing that computes reads (decision 20). Computes no tensors.
 */
package studio.backprop.network;
