/**
 * Loss-landscape page: variants as paths on a map or 3-D surface of the loss, of their network or of a test function, with the numbers of
 * each step. {@link LandscapeModel} decides, {@link LandscapeWorker} computes maps on a worker thread within a share of a core; {@link
 * SurfacePlotView} renders triangles with a depth buffer (decision 88).
 */
package studio.backprop.ui.compare.landscape;
