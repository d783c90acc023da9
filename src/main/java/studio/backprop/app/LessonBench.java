package studio.backprop.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.app.lesson.CommandQueue;
import studio.backprop.app.lesson.LessonActs;
import studio.backprop.compare.Comparison;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.Circumstances;
import studio.backprop.lesson.play.LessonNumbers;
import studio.backprop.lesson.play.SessionFacts;
import studio.backprop.lesson.play.VariantFacts;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.learn.lesson.Workbench;
import studio.backprop.ui.workspace.run.RunFiles;

/** Workbench of a lesson: executes its commands, reads its quantities, evaluates its tasks. */
final class LessonBench implements Workbench, LessonActs.Told, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LessonBench.class);
  private static final Expression LOSS = new Expression.Quantity(new CheckedQuantity(Optional.empty(), false,
      CheckedQuantity.Subject.TRAIN, "", "loss", List.of(), CheckedQuantity.Kind.MEASURED, 0));

  private final RoomContext at;
  private final LessonScene stage;
  private final LessonActs acts;
  private final LessonWatch watch;
  private final LessonReadings readings = new LessonReadings(this::ask, System::nanoTime);
  private final LessonVeil veil;
  private final LessonCurve since;
  private final CommandQueue commands;
  private final Map<String, Double> answers = new HashMap<>();
  private final Map<String, Integer> sure = new HashMap<>();
  private final Map<String, Double> startValues = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Subscription subscriptions;
  private Project stepStart;
  private Optional<CompletableFuture<Saved>> startState = Optional.empty();
  /** Pending reset to the step's start, whose state is still being copied. */
  private CompletableFuture<Void> puttingBack = CompletableFuture.completedFuture(null);
  private long steps;

  LessonBench(RoomContext at, LessonScene stage, LessonActs acts) {
    this.at = at;
    this.stage = stage;
    this.acts = acts;
    this.commands = new CommandQueue(at.document(), acts);
    this.watch = new LessonWatch(at.run(), at.pulse());
    this.since = new LessonCurve(at.run());
    this.veil = new LessonVeil(at.lang().veil(), readings, acts::hidePad, stage::cover);
    this.stepStart = at.document().project();
    stage.lossFrom(known -> number(LOSS, known));
    acts.tell(this);
    stage.onSeen(this::seen);
    subscriptions = Subscription.combine(
        at.pulse().subscribe(this::look),
        at.document().projectProperty().subscribe((before, now) -> reconsider()),
        at.run().statusProperty().subscribe((before, now) -> reconsider()),
        at.run().observation().exampleProperty().subscribe((before, now) -> reconsider()),
        acts.folds().revisionProperty().subscribe((before, now) -> reconsider()),
        acts.search().frameProperty().subscribe((before, now) -> reconsider()),
        acts.doctor().findingsProperty().subscribe((before, now) -> reconsider()),
        acts.doctor().stepProperty().subscribe((before, now) -> reconsider()));
    reconsider();
  }

  /** Passes circumstances outside the session to the training thread. */
  private void reconsider() {
    Set<String> found = acts.doctor().findingsProperty().get().stream().map(one -> one.kind().id())
        .collect(Collectors.toSet());
    watch.around(new Circumstances(stepStart, at.document().project(), at.run().playing(), acts.doctor().stepProperty().get() > 0, found,
        Set.copyOf(seen), Map.copyOf(answers), Map.copyOf(sure), Map.copyOf(startValues), at.run().observation().exampleProperty().get(),
        acts.folds().numbers(), acts.search().numbers()));
  }

  // --- commands

  @Override
  public void carryOut(List<LessonCommand> list, Consumer<Optional<Message>> then) {
    at.document().lock().open();
    acts.hidePad(false); // withheld drawings never arrive
    commands.begin(list, puttingBack, refused -> {
      rest();
      then.accept(refused);
    });
  }

  private void rest() {
    stage.lock();
    reconsider();
  }

  @Override
  public void cancel() {
    readings.giveUp();
    commands.stop();
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return commands.progressProperty();
  }

  /** Whether commands of the lesson are being executed. */
  boolean acting() {
    return commands.acting();
  }

  private void look() {
    readings.look();
    commands.look();
    if (watch.asksOfLanes() && acts.lanes().moved()) {
      acts.lanes().ask(twins -> watch.compared(twins, true));
    }
  }

  // --- the step

  @Override
  public void show(Show show) {
    stage.show(show);
  }

  @Override
  public void focus(Optional<Focus> focus) {
    stage.focus(focus);
  }

  @Override
  public void beginStep(List<CheckedQuantity> asked) {
    long mine = ++steps;
    stepStart = at.document().project();
    since.begin();
    stage.projectOpened();
    asked.stream().filter(one -> one.subject() == CheckedQuantity.Subject.NODE && one.name().equals("out")).findFirst()
        .ifPresent(one -> stage.lead(one.indices()));
    seen.clear();
    stage.seenNow().forEach(seen::add);
    acts.beginStep();
    RunFiles.ToSave toSave = at.run().files().toPutBack();
    startState = Optional.of(CompletableFuture.supplyAsync(() -> saved(toSave)));
    reconsider();
    List<CheckedQuantity> wanted = asked.stream().filter(CheckedQuantity::start).toList();
    if (!wanted.isEmpty()) {
      readings.read(
          facts -> wanted.stream().collect(Collectors.toMap(SessionFacts::key, one -> facts.number(one.now(), true), (a, b) -> a)),
          values -> {
            if (steps == mine) {
              startValues.putAll(values);
              reconsider();
            }
          }, () -> {});
    }
  }

  private static Saved saved(RunFiles.ToSave toSave) {
    try {
      return toSave.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public void putStartBack() {
    if (commands.acting()) {
      commands.drop();
      rest();
    }
    if (startState.filter(CompletableFuture::isDone).isPresent()) {
      putBack(startState.get());
      return;
    }
    long mine = steps;
    CompletableFuture<Void> done = new CompletableFuture<>();
    puttingBack = done;
    startState.ifPresentOrElse(state -> state.whenComplete((saved, failure) -> at.pulse().soon(() -> {
      if (steps == mine) {
        putBack(state);
      }
      done.complete(null);
    })), () -> done.complete(null));
  }

  private void putBack(CompletableFuture<Saved> start) {
    try {
      acts.putBack(start.join());
    } catch (CompletionException | LineFault e) {
      LOG.error("the start of the step cannot be put back", e);
    }
    stepStart = at.document().project();
    seen.clear();
    reconsider();
  }

  @Override
  public void seen(String view) {
    seen.add(view);
    reconsider();
  }

  @Override
  public void answered(String id, double value, int how) {
    answers.put(id, value);
    sure.put(id, how);
    reconsider();
  }

  // --- quantities

  /** Queries the engine, with the variants of a comparison. */
  private <T> CompletableFuture<Optional<T>> ask(Function<Facts, T> question) {
    return acts.lanes().ask(twins -> ask(question, Optional.of(twins)).join())
        .thenCompose(found -> found.isPresent() ? CompletableFuture.completedFuture(found.get()) : ask(question, Optional.empty()));
  }

  private <T> CompletableFuture<Optional<T>> ask(Function<Facts, T> question, Optional<Comparison> lanes) {
    return at.run().trainer().ask(session -> question.apply(new VariantFacts(watch.facts(session), lanes, watch::around)));
  }

  @Override
  public void fill(List<String> texts, Consumer<List<String>> filled) {
    if (texts.stream().allMatch(text -> LessonText.places(text).isEmpty())) {
      filled.accept(texts);
      return;
    }
    Locale locale = at.lang().texts().locale();
    String unknown = LessonNumbers.write(Double.NaN, -1, false, locale);
    readings.read(facts -> texts.stream().map(text -> LessonNumbers.fill(text, facts, locale)).toList(), filled,
        () -> filled.accept(texts.stream().map(text -> LessonText.filled(text, place -> unknown)).toList()));
  }

  @Override
  public void number(Expression sum, DoubleConsumer known) {
    readings.read(facts -> sum.value(facts, true), known::accept, () -> known.accept(Double.NaN));
  }

  @Override
  public void hideAll() {
    veil.hideAll();
  }

  @Override
  public void hide(List<Expression> hidden) {
    veil.hide(hidden);
  }

  @Override
  public double[] curve(Expression y, boolean epochs) {
    return since.curve(y, epochs);
  }

  /** Suspends evaluation while a weight is dragged. */
  void hold(boolean held) {
    watch.hold(held);
  }

  @Override
  public void watch(Optional<Check> check, Judged judged) {
    watch.judge(check, judged);
    acts.lanes().watch(watch.asksOfLanes() ? Optional.of(twins -> watch.compared(twins, false)) : Optional.empty());
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    acts.hidePad(false);
    acts.lanes().watch(Optional.empty());
    watch.close();
    commands.drop();
    readings.drop();
  }
}
