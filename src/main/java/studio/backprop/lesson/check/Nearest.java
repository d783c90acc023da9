package studio.backprop.lesson.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.backprop.text.Message;

/** Names that are near a wrong one, by the number of letters that differ. */
public final class Nearest {
  private static final int MOST = 2;

  private Nearest() {}

  /** What may have been meant: one or two names; or all, where none is near and they are few. */
  public static List<String> of(String wrong, Collection<String> names) {
    TreeMap<Integer, TreeMap<String, String>> near = new TreeMap<>();
    for (String name : names) {
      int distance = distance(wrong, name);
      boolean part = name.length() > 2 && wrong.contains(name) || wrong.length() > 2 && name.contains(wrong);
      if (distance <= Math.max(1, wrong.length() / 3) || part) {
        near.computeIfAbsent(distance, d -> new TreeMap<>()).put(name, name);
      }
    }
    return near.values().stream().map(Map::keySet).flatMap(Collection::stream).limit(MOST).toList();
  }

  /** The way on as a sentence: "Did you mean … or …?", or which names there are. */
  public static Message hint(String wrong, Collection<String> names) {
    List<String> near = of(wrong, names);
    return near.isEmpty() ? Message.of("lesson.names", String.join(", ", names))
        : near.size() == 1 ? Message.of("lesson.mean", near.get(0)) : Message.of("lesson.mean_two", near.get(0), near.get(1));
  }

  /** The Levenshtein distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
