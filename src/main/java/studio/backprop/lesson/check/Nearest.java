package studio.backprop.lesson.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.backprop.text.Message;

/** Suggestions for a misspelled name: small edit distance, one contains the other, or a common prefix. */
public final class Nearest {
  private static final int MAX_SUGGESTIONS = 2;
  private static final int PREFIX = 4;

  private Nearest() {}

  /** One or two suggestions; or all names, where none is similar and they are few. */
  public static List<String> of(String wrong, Collection<String> names) {
    TreeMap<Integer, TreeMap<String, String>> near = new TreeMap<>();
    for (String name : names) {
      int distance = distance(wrong, name);
      boolean part = name.length() > 2 && wrong.contains(name) || wrong.length() > 2 && name.contains(wrong);
      boolean begins = name.length() >= PREFIX && wrong.length() >= PREFIX && name.startsWith(wrong.substring(0, PREFIX));
      if (distance <= Math.max(1, wrong.length() / 3) || part || begins) {
        near.computeIfAbsent(distance, d -> new TreeMap<>()).put(name, name);
      }
    }
    int best = near.isEmpty() ? 0 : near.firstKey();
    return near.headMap(best + 1, true).values().stream().map(Map::keySet).flatMap(Collection::stream).limit(MAX_SUGGESTIONS).toList();
  }

  /** Sentence with the suggestions: "Did you mean … or …?", or the list of names. */
  public static Message hint(String wrong, Collection<String> names) {
    List<String> near = of(wrong, names);
    return near.isEmpty() ? Message.of("lesson.names", String.join(", ", names))
        : near.size() == 1 ? Message.of("lesson.mean", near.get(0)) : Message.of("lesson.mean_two", near.get(0), near.get(1));
  }

  /** Edit distance with transpositions (optimal string alignment; Damerau 1964). */
  static int distance(String a, String b) {
    int[][] far = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          far[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        far[i][j] = Math.min(far[i - 1][j - 1] + (same ? 0 : 1), Math.min(far[i - 1][j], far[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        far[i][j] = exchanged ? Math.min(far[i][j], far[i - 2][j - 2] + 1) : far[i][j];
      }
    }
    return far[a.length()][b.length()];
  }
}
