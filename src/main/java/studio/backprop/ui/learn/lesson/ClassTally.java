package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Votes of a class for each answer. */
public final class ClassTally {
  private final ReadOnlyObjectWrapper<List<Integer>> counts = new ReadOnlyObjectWrapper<>(this, "counts", List.of());
  private int answers;

  /** In the order of the answers; empty before the first vote. */
  public ReadOnlyObjectProperty<List<Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** @param many number of answers */
  void begin(int many) {
    answers = many;
    counts.set(List.of());
  }

  /** Adds one to the class count of an answer, or resets all. @param place of the answer, from 0; below 0 to reset */
  public void count(int place) {
    if (place < 0) {
      counts.set(List.of());
    } else if (place < answers) {
      List<Integer> now = new ArrayList<>(counts.get().isEmpty() ? Collections.nCopies(answers, 0) : counts.get());
      now.set(place, now.get(place) + 1);
      counts.set(List.copyOf(now));
    }
  }
}
