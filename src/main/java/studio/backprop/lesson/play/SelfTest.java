package studio.backprop.lesson.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.CurveShape;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.text.Message;

/** Self-test of a lesson: each solution passes its check, each wrong solution fails it, and the expectations of each reveal hold. */
public final class SelfTest {
  private final Lesson lesson;
  private final String file;
  private final LessonPlay play;
  private final List<LessonProblem> problems = new ArrayList<>();
  private final String run;
  private final Progression progression;
  private double reached;

  private SelfTest(Lesson lesson, String file, LessonPlay play, String run, Progression progression) {
    this.lesson = lesson;
    this.file = file;
    this.play = play;
    this.run = run;
    this.progression = progression;
    play.whileWanted(this::wanted);
  }

  private boolean wanted() {
    return progression.reached(reached);
  }

  /**
   * Plays a lesson.
   *
   * @param file its name, for problems
   * @param seed of trainings without weights of their own
   * @return violated conditions
   */
  public static List<LessonProblem> of(Lesson lesson, LessonFolder folder, String file, Kernels kernels, OptionalLong seed) {
    return of(lesson, folder, file, kernels, seed, Progression.NONE);
  }

  /**
   * Plays it until cancelled.
   *
   * @param progression if it cancels, the result is meaningless
   */
  public static List<LessonProblem> of(
      Lesson lesson, LessonFolder folder, String file, Kernels kernels, OptionalLong seed, Progression progression) {
    try (LessonPlay play = new LessonPlay(folder, kernels, seed)) {
      SelfTest test = new SelfTest(lesson, file, play, seed.isPresent() ? String.valueOf(seed.getAsLong()) : "–", progression);
      test.play();
      return test.problems;
    }
  }

  private void play() {
    try {
      play.carryOut(lesson.opens());
    } catch (LineFault fault) {
      fail(1, fault.sentence());
      return;
    }
    for (int i = 0; i < lesson.steps().size() && wanted(); i++) {
      LessonStep step = lesson.steps().get(i);
      try {
        play(step);
        reached = (i + 1.0) / lesson.steps().size();
      } catch (LineFault fault) {
        fail(step.asking().map(Asking::line).orElse(step.line()), fault.sentence());
      }
    }
  }

  private void play(LessonStep step) throws LineFault {
    for (Directive part : step.directives()) {
      if (part instanceof Directive.SetUp set && !setUp(set)) {
        return;
      }
    }
    play.beginStep(quantities(step));
    check(step.line(), step.text());
    if (step.reveal().isPresent()) {
      reveal(step, step.reveal().get());
    } else if (step.asking().orElse(null) instanceof Task task && task.check() != null) {
      task(task);
    }
  }

  /** @return whether the commands could be carried out */
  private boolean setUp(Directive.SetUp set) {
    try {
      carryOut(set.commands());
      return true;
    } catch (LineFault fault) {
      fail(set.line(), fault.sentence());
      return false;
    }
  }

  private void carryOut(List<LessonCommand> commands) throws LineFault {
    for (LessonCommand command : commands) {
      play.carryOut(command);
    }
    play.settle();
  }

  /** All quantities that a step reads. */
  public static List<CheckedQuantity> quantities(LessonStep step) {
    List<CheckedQuantity> all = new ArrayList<>();
    for (Directive part : step.directives()) {
      Stream<String> texts = part instanceof Reveal reveal ? Stream.of(reveal.say())
          : part instanceof Task task ? Stream.concat(Stream.of(task.ask(), task.done()), task.hints().stream())
          : part instanceof Directive.Prose prose ? Stream.of(prose.markdown()) : Stream.empty();
      texts.flatMap(text -> LessonText.places(text).stream()).forEach(place -> place.sum().ifPresent(sum -> sum.each(all::add)));
      Stream<Check> checks = part instanceof Reveal reveal ? reveal.expect().stream()
          : part instanceof Task task && task.check() != null ? Stream.of(task.check()) : Stream.empty();
      checks.forEach(check -> all.addAll(check.quantities()));
    }
    return all;
  }

  private void reveal(LessonStep step, Reveal reveal) throws LineFault {
    List<Integer> expected = reveal.expect().stream().map(play::watch).toList();
    Asking asking = step.asking().orElse(null);
    if (asking instanceof PredictCurve curve) {
      play.trace(curve);
    }
    carryOut(reveal.commands());
    for (int i = 0; i < expected.size(); i++) {
      if (play.verdict(expected.get(i)) != Verdict.YES) {
        fail(asking == null ? step.line() : asking.line(), Message.of("lesson.test.expect", reveal.expect().get(i).text(), run,
            values(reveal.expect().get(i))));
      }
    }
    play.watchNone();
    check(step.line(), reveal.say());
    if (asking instanceof PredictNumber number) {
      number(number, play.value(number.answer()));
    } else if (asking instanceof PredictCurve curve) {
      curve(curve, play.traced());
    }
  }

  /** Checks that the measured curve has the shape declared correct. */
  private void curve(PredictCurve asked, double[] values) {
    Optional<CurveShape> shape = values.length < 2 ? Optional.empty() : Optional.of(Curves.shape(values));
    if (!shape.equals(Optional.of(asked.answer()))) {
      fail(asked.line(), Message.of("lesson.test.curve", asked.id(), run, word(asked.answer()),
          shape.map(SelfTest::word).orElse(LessonNumbers.write(Double.NaN, -1, false, Locale.ENGLISH))));
    }
  }

  private static String word(CurveShape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  /** Checks that the answer is known, and that no known mistake lies within its tolerance. */
  private void number(PredictNumber asked, double answer) {
    if (Double.isNaN(answer)) {
      fail(asked.line(), Message.of("lesson.test.no_number", asked.id(), run));
    }
    double far = asked.tolerance() * (asked.percent() ? Math.abs(answer) : 1);
    asked.mistakes().stream().filter(mistake -> Math.abs(mistake.value() - answer) <= far).forEach(mistake -> problems.add(
        LessonProblem.remark(file, asked.line(), Message.of("lesson.test.mistake", asked.id(), run, mistake.value(), answer))));
  }

  private void task(Task task) throws LineFault {
    LessonPlay.Mark mark = play.mark();
    int failing = play.watch(task.check());
    boolean met = play.verdict(failing) == Verdict.YES;
    if (met) {
      fail(task.line(), Message.of("lesson.test.met_before", task.id(), run));
    }
    for (LessonCommand command : task.fail()) {
      play.carryOut(command);
      met |= play.verdict(failing) == Verdict.YES;
    }
    play.settle();
    if (met) {
      fail(task.line(), Message.of("lesson.test.fail", task.id(), run, values(task.check())));
    }
    play.back(mark);
    int solving = play.watch(task.check());
    boolean solved = false;
    long begun = step();
    boolean late = play.isLost(solving);
    for (LessonCommand command : task.solve()) {
      play.carryOut(command);
      solved |= play.verdict(solving) == Verdict.YES;
      late &= step() >= begun; // a restarted run reaches its times again
    }
    play.settle();
    if (!solved) {
      fail(task.line(), Message.of(late ? "lesson.test.late" : "lesson.test.solve", task.id(), run, values(task.check()), begun));
    }
    play.watchNone();
    check(task.line(), task.done());
  }

  private long step() {
    return play.facts().clock((char) 0).step();
  }

  /** Checks that each placeholder of a text has a value. */
  private void check(int line, String text) {
    for (LessonText.Place place : LessonText.places(text)) {
      boolean unknown = place.sum().map(sum -> Double.isNaN(play.value(sum))).orElse(false);
      if (unknown) {
        fail(line, Message.of("lesson.test.text", place.text(), run));
      }
    }
  }

  private String values(Check check) {
    return check.quantities().stream().distinct().map(one -> {
      String word = one.kind() == CheckedQuantity.Kind.WORD ? play.facts().word(one) : null;
      return one.name() + " " + (word != null ? word : LessonNumbers.write(play.facts().number(one, true), -1, false, Locale.ENGLISH));
    }).collect(Collectors.joining(", "));
  }

  private void fail(int line, Message sentence) {
    problems.add(LessonProblem.error(file, line, 0, sentence));
  }
}
