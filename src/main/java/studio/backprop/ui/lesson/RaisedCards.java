package studio.backprop.ui.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many of a class are for each answer. */
final class RaisedCards {
  private RaisedCards() {}

  /** One more for an answer. @param answers how many answers there are */
  static List<Integer> with(List<Integer> now, int place, int answers) {
    if (place >= answers) {
      return now;
    }
    List<Integer> counts = new ArrayList<>(now.isEmpty() ? Collections.nCopies(answers, 0) : now);
    counts.set(place, counts.get(place) + 1);
    return List.copyOf(counts);
  }
}
