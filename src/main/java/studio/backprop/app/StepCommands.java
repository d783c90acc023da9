package studio.backprop.app;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.backprop.lesson.check.LessonView;

/** Window commands, by text key, that a lesson's step leaves to the learner. */
final class StepCommands {
  /** Available in each step. */
  private static final Set<String> ALWAYS = Set.of("command.lesson.reveal", "command.lesson.choose", "command.present",
      "command.language", "command.light", "command.dark", "command.full_screen", "command.glossary", "command.keys", "command.find",
      "command.preferences", "command.panel.next", "command.panel.previous", "menu.fit", "menu.map");
  private static final Map<String, List<String>> BY_CONTROL = Map.of(
      "play", List.of("command.play", "command.speed"),
      "step", List.of("command.step", "command.step_layer", "command.op_back", "command.debugger.next", "command.debugger.auto"),
      "reset", List.of("command.reset"), "undo", List.of("command.undo", "command.redo"), "speed", List.of("command.speed"));


  private StepCommands() {}

  /**
   * @param controls available to the learner
   * @param shown views of the step
   */
  static Set<String> of(Set<String> controls, Set<LessonView> shown) {
    Set<String> keys = new HashSet<>(ALWAYS);
    controls.forEach(control -> keys.addAll(BY_CONTROL.getOrDefault(control, List.of())));
    if (shown.contains(LessonView.DOCTOR)) {
      keys.add("command.doctor");
    }
    if (shown.contains(LessonView.PAD)) {
      keys.add("command.pad");
    }
    return keys;
  }
}
