package studio.backprop.evaluate;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.predict.Predictions;

/**
 * Positions of the known targets of one part of the data.
 *
 * @param rows of each target
 * @param places of each target within its row
 */
record Targets(Part part, int[] rows, int[] places) {
  static Targets of(PreparedData data, Part part) {
    List<Integer> rows = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int row = 0; row < data.rows(part); row++) {
      for (int place = 0; place < data.dataset().answers(); place++) {
        if (!Float.isNaN(data.rawTarget(part, row, place))) {
          rows.add(row);
          places.add(place);
        }
      }
    }
    return new Targets(part, rows.stream().mapToInt(Integer::intValue).toArray(), places.stream().mapToInt(Integer::intValue).toArray());
  }

  int count() {
    return rows.length;
  }

  int[] classes(PreparedData data) {
    int[] classes = new int[count()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (int) data.rawTarget(part, rows[i], places[i]);
    }
    return classes;
  }

  double[] scores(Predictions predictions, int index) {
    double[] scores = new double[count()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = predictions.score(part, rows[i], places[i], index);
    }
    return scores;
  }

  double[] values(PreparedData data) {
    double[] values = new double[count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.exactTarget(part, rows[i], places[i]);
    }
    return values;
  }

  double[] predictedValues(Predictions predictions) {
    double[] values = new double[count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = predictions.value(part, rows[i], places[i]);
    }
    return values;
  }
}
