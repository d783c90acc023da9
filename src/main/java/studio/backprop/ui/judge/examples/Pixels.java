package studio.backprop.ui.judge.examples;

import javafx.scene.canvas.GraphicsContext;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;

/** Raster of pictures of examples, a whole sheet in one; the first of several channels. */
final class Pixels {
  private final PreparedData data;
  private final int high;
  private final int wide;
  private final int across;
  private final float[] input;
  private final Raster raster;

  /** @param across pictures per row of the raster */
  Pixels(PreparedData data, int across, int down) {
    this.data = data;
    this.high = data.dataset().inputShape().size(1);
    this.wide = data.dataset().inputShape().size(2);
    this.across = across;
    this.input = new float[data.dataset().width()];
    this.raster = new Raster(across * wide, down * high);
  }

  /** Draws an example at a place of the sheet; {@link #update} is to be called after the last one. */
  void set(int place, Example example, Scale scale) {
    example.copyRawInput(data, input);
    float unit = 1f / data.dataset().about().largestPixel();
    int left = place % across * wide;
    int top = place / across * high;
    for (int i = 0; i < high * wide; i++) {
      raster.set(left + i % wide, top + i / wide, scale.argb(input[i] * unit));
    }
  }

  void update() {
    raster.update();
  }

  void paint(GraphicsContext g, int place, double x, double y, double side) {
    raster.paint(g, place % across * wide, place / across * high, wide, high, x, y, side * wide / Math.max(wide, high), side
        * high / Math.max(wide, high));
  }
}
