package studio.backprop.ui.compare.landscape;

import studio.backprop.compare.VariantOutput;
import studio.backprop.data.PreparedData;

/**
 * Network at a point of a plane of weights.
 *
 * @param a and b, coordinates on the plane
 * @param loss of these weights
 * @param output of the network with these weights
 * @param data of the network
 */
record PlanePoint(double a, double b, double loss, VariantOutput output, PreparedData data) {}
