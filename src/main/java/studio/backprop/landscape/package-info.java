/**
 * Loss landscapes: positions of runs in weight space, planes through them, and the loss over such a plane. {@link PositionLog} records
 * positions during training; {@link WeightPlanes} lays planes by principal components or filter-normalized random directions (Li et al.
 * 2018); {@link LossMapper} computes a {@link LossMap} coarse to fine and can be cancelled after each forward pass; {@link
 * LandscapeReading} holds true loss, drawn loss and distance from the plane together. Positions are immutable. Decision 79.
 */
package studio.backprop.landscape;
