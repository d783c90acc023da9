package studio.backprop.ui.kit;

import java.util.Set;
import java.util.stream.Collectors;

/** The threads that work beside the screen. One that puts questions is there from its first question on, before that has an answer. */
public final class Workers {
  private Workers() {
  }

  /** Those of a name that are alive. */
  public static Set<Thread> named(String name) {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(name)).collect(Collectors.toSet());
  }
}
