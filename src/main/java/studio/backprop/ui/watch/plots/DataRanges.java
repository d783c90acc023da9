package studio.backprop.ui.watch.plots;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Span;

/** Ranges of the data as measured, over training and validation rows, which the plots show. */
final class DataRanges {
  private static final Part[] SHOWN = {Part.TRAIN, Part.VALIDATION};

  private DataRanges() {}

  static Span ofInput(PreparedData data, int column) {
    Span span = new Span();
    for (Part part : SHOWN) {
      for (int i = 0; i < data.rows(part); i++) {
        span.add(data.exactInput(part, i, column));
      }
    }
    return span;
  }

  static Span ofTarget(PreparedData data) {
    Span span = new Span();
    for (Part part : SHOWN) {
      for (int i = 0; i < data.rows(part); i++) {
        span.add(data.exactTarget(part, i, 0));
      }
    }
    return span;
  }
}
