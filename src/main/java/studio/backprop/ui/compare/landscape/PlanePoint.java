package studio.backprop.ui.compare.landscape;

import studio.backprop.compare.VariantOutput;
import studio.backprop.data.PreparedData;

/**
 * Network at a point of a plane of weights.
 *
 * @param a and b, coordinates on the plane
 * @param output of the network with these weights
 */
record PlanePoint(double a, double b, double loss, VariantOutput output, PreparedData data) {}
