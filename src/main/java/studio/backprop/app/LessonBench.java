package studio.backprop.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.Circumstances;
import studio.backprop.lesson.play.LaneFacts;
import studio.backprop.lesson.play.LessonNumbers;
import studio.backprop.lesson.play.SessionFacts;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.compare.Comparison;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.lesson.Workbench;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunFiles;
import studio.backprop.ui.run.RunHistory;

/**
 * What a lesson does with the window. Commands are carried out one after the other, each once the one before has come to its end; numbers
 * are read by the thread that trains, between two steps.
 */
final class LessonBench implements Workbench, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LessonBench.class);
  private static final double MOST_COMMON = 100;
  /** So long a run is waited for that is being prepared. */
  private static final long PATIENCE = 10_000_000_000L;
  private static final Expression LOSS = new Expression.Quantity(new CheckedQuantity(Optional.empty(), false,
      CheckedQuantity.Subject.TRAIN, "", "loss", List.of(), CheckedQuantity.Kind.MEASURED, 0));

  private final RoomContext at;
  private final LessonStage stage;
  private final LessonActs acts;
  private final LessonWatch watch;
  private final Deque<LessonCommand> waiting = new ArrayDeque<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final Map<String, Double> answers = new HashMap<>();
  private final Map<String, Integer> sure = new HashMap<>();
  private final Map<String, Double> startValues = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Subscription subscriptions;
  private Consumer<Optional<Message>> ended = refused -> {};
  private Optional<BooleanSupplier> under = Optional.empty();
  private int commands;
  private boolean acting;
  private Project stepStart;
  /** What the run had measured when the step began, and up to which of its own steps. */
  private RunHistory begunWith;
  private double begunAt;
  private Optional<RunFiles.ToSave> startState = Optional.empty();
  private long turn;

  LessonBench(RoomContext at, LessonStage stage, LessonActs acts) {
    this.at = at;
    this.stage = stage;
    this.acts = acts;
    this.watch = new LessonWatch(at.run(), at.pulse());
    this.stepStart = at.document().project();
    stage.lossFrom(known -> number(LOSS, known));
    stage.onSeen(view -> {
      seen.add(view);
      reconsider();
    });
    subscriptions = Subscription.combine(
        at.pulse().subscribe(this::look),
        at.document().projectProperty().subscribe((before, now) -> reconsider()),
        at.run().statusProperty().subscribe((before, now) -> reconsider()),
        at.run().observation().exampleProperty().subscribe((before, now) -> reconsider()),
        acts.doctor().findingsProperty().subscribe((before, now) -> reconsider()),
        acts.doctor().stepProperty().subscribe((before, now) -> reconsider()));
    reconsider();
  }

  /** What no session knows is told to the thread that trains. */
  private void reconsider() {
    Set<String> found = acts.doctor().findingsProperty().get().stream().map(one -> one.kind().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
    watch.around(new Circumstances(stepStart, at.document().project(), at.run().playing(), acts.doctor().stepProperty().get() > 0, found,
        Set.copyOf(seen), Map.copyOf(answers), Map.copyOf(sure), Map.copyOf(startValues), at.run().observation().exampleProperty().get()));
  }

  // --- commands

  @Override
  public void carryOut(List<LessonCommand> list, Consumer<Optional<Message>> then) {
    waiting.clear();
    waiting.addAll(list);
    commands = list.size();
    ended = then;
    under = Optional.empty();
    turn++;
    at.document().lock(false);
    acting = true;
    goOn();
  }

  @Override
  public void cancel() {
    waiting.clear();
    at.run().control().pause();
    acts.pause();
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether commands of the lesson are being carried out. */
  boolean acting() {
    return acting;
  }

  /** Lets everything be edited. */
  void unlock() {
    at.document().lock(false);
  }

  private void look() {
    if (under.isPresent() && under.get().getAsBoolean()) {
      under = Optional.empty();
      goOn();
    }
    if (watch.asksOfLanes() && acts.lanesMoved()) {
      acts.lanes(twins -> at.run().trainer().ask(session -> {
        watch.compared(session, new LaneFacts(watch.facts(session), Optional.of(twins), watch::around));
        return true;
      }).join());
    }
    double far = under.isEmpty() ? -1 : (commands - waiting.size() - 1 + acts.share()) / Math.max(1, commands);
    if (progress.get() != far) {
      progress.set(far);
    }
  }

  /** The next command; what is done at once takes no frame. */
  private void goOn() {
    long mine = turn;
    while (turn == mine && under.isEmpty()) {
      LessonCommand next = waiting.poll();
      if (next == null) {
        finish(Optional.empty());
        return;
      }
      if (next instanceof LessonCommand.OpenView view) {
        seen.add(view.view().id());
      }
      try {
        under = acts.carryOut(next);
      } catch (LineFault fault) {
        waiting.clear();
        finish(Optional.of(fault.sentence()));
        return;
      }
    }
  }

  private void finish(Optional<Message> refused) {
    Consumer<Optional<Message>> then = ended;
    ended = nothing -> {};
    acting = false;
    stage.lock();
    reconsider();
    then.accept(refused);
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
    stepStart = at.document().project();
    begunWith = at.run().history();
    begunAt = begunWith.lastStep();
    stage.projectOpened();
    asked.stream().filter(one -> one.subject() == CheckedQuantity.Subject.NODE && one.name().equals("out")).findFirst()
        .ifPresent(one -> stage.lead(one.indices()));
    seen.clear();
    stage.seenNow().forEach(seen::add);
    startState = Optional.of(at.run().files().toSave());
    reconsider();
    List<CheckedQuantity> wanted = asked.stream().filter(CheckedQuantity::start).toList();
    if (!wanted.isEmpty()) {
      read(facts -> wanted.stream().collect(Collectors.toMap(SessionFacts::key, one -> facts.number(one.now(), true), (a, b) -> a)),
          values -> {
            startValues.putAll(values);
            reconsider();
          });
    }
  }

  @Override
  public boolean changedSinceStart() {
    return at.document().project() != stepStart;
  }

  @Override
  public void putStartBack() {
    startState.ifPresent(state -> {
      try {
        Saved saved = state.get();
        acts.open(saved, at.document().nameProperty().get());
        stepStart = at.document().project();
        seen.clear();
        reconsider();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    });
  }

  @Override
  public void answered(String id, double value, int how) {
    answers.put(id, value);
    sure.put(id, how);
    reconsider();
  }

  // --- numbers

  /** Reads something of the engine, with the lanes of a comparison. @param known hears of it on the screen's thread */
  private <T> void read(Function<Facts, T> question, Consumer<T> known) {
    read(question, known, System.nanoTime() + PATIENCE);
  }

  /** As long as no run is ready, it is asked again. */
  private <T> void read(Function<Facts, T> question, Consumer<T> known, long until) {
    long mine = turn;
    acts.lanes(twins -> ask(question, Optional.of(twins)).join())
        .thenCompose(found -> found.isPresent() ? CompletableFuture.completedFuture(found.get()) : ask(question, Optional.empty()))
        .whenComplete((found, failure) -> at.pulse().soon(() -> {
          if (failure != null) {
            LOG.warn("a number of the lesson is not known", failure);
          } else if (found.isPresent()) {
            known.accept(found.get());
          } else if (turn == mine && System.nanoTime() < until) {
            read(question, known, until);
          }
        }));
  }

  private <T> CompletableFuture<Optional<T>> ask(Function<Facts, T> question, Optional<Comparison> lanes) {
    return at.run().trainer().ask(session -> question.apply(new LaneFacts(watch.facts(session), lanes, watch::around)));
  }

  @Override
  public void fill(List<String> texts, Consumer<List<String>> filled) {
    if (texts.stream().allMatch(text -> LessonText.places(text).isEmpty())) {
      filled.accept(texts);
      return;
    }
    Locale locale = at.lang().texts().locale();
    read(facts -> texts.stream().map(text -> LessonText.filled(text, place -> place.word().map(word -> String.valueOf(facts.word(word)))
        .orElseGet(() -> LessonNumbers.write(place.sum().orElseThrow().value(facts, true), place.decimals(), place.power(), locale))))
        .toList(), filled);
  }

  @Override
  public void number(Expression sum, DoubleConsumer known) {
    read(facts -> sum.value(facts, true), known::accept);
  }

  @Override
  public void hideAll() {
    at.lang().veil().hideAll();
  }

  @Override
  public void hide(List<Expression> hidden) {
    List<CheckedQuantity> asked = new ArrayList<>();
    hidden.forEach(sum -> sum.each(asked::add));
    acts.hidePad(asked.stream().anyMatch(one -> one.subject() == CheckedQuantity.Subject.PAD));
    if (hidden.isEmpty()) {
      at.lang().veil().hide();
    } else {
      long mine = turn;
      Set<String> outputs = outputs(hidden);
      read(facts -> hidden.stream().mapToDouble(sum -> sum.value(facts, true)).filter(value -> outputs.isEmpty() || !isCommon(value))
          .toArray(), values -> {
        if (turn == mine) {
          at.lang().veil().hide(outputs, values);
        }
      });
    }
  }

  /** The nodes of whose outputs something is to be predicted. */
  private static Set<String> outputs(List<Expression> hidden) {
    Set<String> nodes = new HashSet<>();
    hidden.forEach(sum -> sum.each(one -> {
      if (one.subject() == CheckedQuantity.Subject.NODE && one.name().equals("out")) {
        nodes.add(one.node());
      }
    }));
    return nodes;
  }

  /** A small whole number stands everywhere: to hide it says more than it hides. */
  private static boolean isCommon(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_COMMON;
  }

  @Override
  public double[] curve(Expression y, boolean epochs) {
    List<CheckedQuantity> asked = new ArrayList<>();
    y.each(asked::add);
    String name = asked.isEmpty() ? "loss" : asked.get(0).name();
    boolean validation = !asked.isEmpty() && asked.get(0).subject() == CheckedQuantity.Subject.VALID;
    if (epochs) {
      long done = sameRun() ? at.run().history().epochsUpTo((long) begunAt).size() : 0;
      return at.run().history().epochs().stream().skip(done).mapToDouble(one -> value(one, name, validation)).toArray();
    }
    Curve curve = name.equals("loss") ? at.run().history().loss() : at.run().history().measure();
    double from = sameRun() ? begunAt : 0;
    return IntStream.range(0, curve.size()).filter(i -> curve.lastStep(i) > from).mapToDouble(curve::mean).toArray();
  }

  /** Whether it is still the run with which the step began. */
  private boolean sameRun() {
    return at.run().history() == begunWith;
  }

  private static double value(EpochRecord epoch, String name, boolean validation) {
    var metrics = validation ? epoch.validation() : epoch.train();
    return name.equals("accuracy") ? metrics.accuracy() : metrics.loss();
  }

  /** While a weight is dragged it is on the way, and nothing is judged. */
  void hold(boolean held) {
    watch.hold(held);
  }

  @Override
  public void watch(Optional<Check> check, Judged judged) {
    watch.judge(check, judged);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    acts.hidePad(false);
    watch.close();
    waiting.clear();
  }
}
