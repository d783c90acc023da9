package studio.backprop.ui.inside.lens.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.data.Text;
import studio.backprop.observe.CustomInput;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** Text typed by the user, evaluated with the current weights after each step. */
public final class TypedText {
  private final LensModel model;
  private final Pulse pulse;
  private final Runnable changed;
  private String typed = "";
  private Optional<Message> problem = Optional.empty();
  private Optional<CustomInput> guest = Optional.empty();
  private int[] tokens = {};
  private Run of;
  private long askedStep = -1;
  private boolean asking;

  /** @param changed called after a new evaluation */
  public TypedText(LensModel model, Pulse pulse, Runnable changed) {
    this.model = model;
    this.pulse = pulse;
    this.changed = changed;
  }

  /** Whether examples are texts, so that one can be typed. */
  public boolean possible() {
    return StepNames.text(model).isPresent() && StepNames.tokens(model, length()).isPresent();
  }

  private int length() {
    Run run = model.run().runProperty().get();
    return run == null ? 0 : run.data().dataset().width();
  }

  /** Evaluated input; empty while there is no valid text. */
  public Optional<CustomInput> guest() {
    return guest;
  }

  /** Number of typed tokens. */
  public int count() {
    return tokens.length;
  }

  public List<String> names(int steps) {
    Text text = StepNames.text(model).orElseThrow();
    return IntStream.range(0, steps).mapToObj(step -> StepNames.visible(text.vocabulary().token(step < tokens.length ? tokens[step] : 0)))
        .toList();
  }

  /** Problem of the text, if any. */
  public Optional<Message> problem() {
    return problem;
  }

  public void type(String text) {
    typed = text;
    read();
    changed.run();
  }

  private void read() {
    guest = Optional.empty();
    problem = Optional.empty();
    askedStep = -1;
    tokens = new int[0];
    if (typed.isEmpty() || !possible()) {
      return;
    }
    Text text = StepNames.text(model).orElseThrow();
    int[] read = text.vocabulary().read(typed);
    if (read.length == 0) {
      problem = Optional.of(Message.of("lens.typed.nothing"));
    } else if (read.length > length()) {
      problem = Optional.of(Message.of("lens.typed.long", length(), read.length));
    } else {
      List<String> strange = text.vocabulary().unknown(typed);
      problem = strange.isEmpty() ? Optional.empty()
          : Optional.of(Message.of("lens.typed.unknown", strange.stream().collect(Collectors.joining(" "))));
      tokens = read;
      follow();
    }
  }

  /** Evaluates it with the current weights, unless done already. */
  public void follow() {
    Run run = model.run().runProperty().get();
    if (run != of) {
      of = run;
      askedStep = -1;
      guest = Optional.empty();
    }
    if (asking || tokens.length == 0 || run == null || askedStep == model.step() || model.nodeProperty().get().isEmpty()) {
      return;
    }
    asking = true;
    askedStep = model.step();
    int[] asked = tokens;
    int node = model.nodeProperty().get().get().id();
    float[] example = new float[length()];
    for (int step = 0; step < asked.length; step++) {
      example[step] = asked[step];
    }
    int[] answers = answers(asked);
    model.run().past().ask(session -> CustomInput.of(session, example, answers, node))
        .whenComplete((answer, failed) -> pulse.soon(() -> take(asked, answer == null ? Optional.empty() : answer)));
  }

  /** The target at each step of a text is the next token; otherwise unknown. */
  private int[] answers(int[] asked) {
    Run run = model.run().runProperty().get();
    int[] answers = new int[run.data().dataset().answers()];
    Arrays.fill(answers, -1);
    if (StepNames.text(model).orElseThrow().next()) {
      System.arraycopy(asked, 1, answers, 0, Math.min(asked.length - 1, answers.length));
    }
    return answers;
  }

  private void take(int[] asked, Optional<CustomInput> answer) {
    asking = false;
    if (asked == tokens) {
      guest = answer;
      changed.run();
    } else {
      follow();
    }
  }
}
