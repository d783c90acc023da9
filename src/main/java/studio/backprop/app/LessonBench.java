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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.lesson.play.Circumstances;
import studio.backprop.lesson.play.LessonNumbers;
import studio.backprop.lesson.play.SessionFacts;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.compare.Comparison;
import studio.backprop.ui.lesson.Workbench;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunFiles;

/**
 * What a lesson does with the window. Commands are carried out one after the other, each once the one before has come to its end; numbers
 * are read by the thread that trains, between two steps.
 */
final class LessonBench implements Workbench, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LessonBench.class);
  private static final double MOST_COMMON = 100;
  private static final Expression LOSS = new Expression.Quantity(new CheckedQuantity(Optional.empty(), false,
      CheckedQuantity.Subject.TRAIN, "", "loss", List.of(), CheckedQuantity.Kind.MEASURED, 0));

  private final RoomContext at;
  private final LessonScene stage;
  private final LessonActs acts;
  private final LessonWatch watch;
  private final LessonReadings readings = new LessonReadings(this::ask, System::nanoTime);
  private final Deque<LessonCommand> waiting = new ArrayDeque<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final Map<String, Double> answers = new HashMap<>();
  private final Map<String, Integer> sure = new HashMap<>();
  private final Map<String, Double> startValues = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Subscription subscriptions;
  private Consumer<Optional<Message>> ended = refused -> {};
  private Optional<LessonActs.UnderWay> under = Optional.empty();
  private int commands;
  private boolean acting;
  private boolean stopped;
  private boolean changed;
  private Project stepStart;
  private Optional<CompletableFuture<Saved>> startState = Optional.empty();
  private long turn;
  private long steps;
  private long veils;

  LessonBench(RoomContext at, LessonScene stage, LessonActs acts) {
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
    stopped = false;
    changed = false;
    turn++;
    at.document().lock(false);
    acting = true;
    goOn();
  }

  @Override
  public void cancel() {
    readings.giveUp();
    if (acting) {
      waiting.clear();
      under = Optional.of(acts.stop());
      stopped = true;
    }
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
    readings.look();
    try {
      if (under.isPresent() && under.get().hasEnded()) {
        under = Optional.empty();
        goOn();
      }
    } catch (LineFault fault) {
      refuse(fault);
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
        finish(stopped ? Optional.of(STOPPED) : unready());
        return;
      }
      if (next instanceof LessonCommand.OpenView view) {
        seen.add(view.view().id());
      }
      try {
        under = carryOut(next);
      } catch (LineFault fault) {
        refuse(fault);
        return;
      }
    }
  }

  /** Several edits may lead from one network to the next; no other command goes on with one that cannot be trained. */
  private Optional<LessonActs.UnderWay> carryOut(LessonCommand next) throws LineFault {
    boolean opens = next instanceof LessonCommand.Open || next instanceof LessonCommand.OpenSample;
    boolean edits = ProjectEdits.isEdit(next);
    Optional<Message> reason = opens || edits ? Optional.empty() : unready();
    if (reason.isPresent()) {
      throw new LineFault(1, reason.get());
    }
    changed |= opens || edits;
    return acts.carryOut(next);
  }

  /** Why the network cannot be trained that the commands have led to. */
  private Optional<Message> unready() {
    return at.document().problemsProperty().get().stream().filter(problem -> changed).findFirst()
        .map(problem -> Message.of("lesson.play.not_ready", problem.sentence()));
  }

  private void refuse(LineFault fault) {
    waiting.clear();
    under = Optional.empty();
    finish(Optional.of(fault.sentence()));
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
    long mine = ++steps;
    stepStart = at.document().project();
    stage.projectOpened();
    asked.stream().filter(one -> one.subject() == CheckedQuantity.Subject.NODE && one.name().equals("out")).findFirst()
        .ifPresent(one -> stage.lead(one.indices()));
    seen.clear();
    stage.seenNow().forEach(seen::add);
    acts.beginStep();
    RunFiles.ToSave toSave = at.run().files().toSave();
    startState = Optional.of(CompletableFuture.supplyAsync(() -> saved(toSave)));
    reconsider();
    List<CheckedQuantity> wanted = asked.stream().filter(CheckedQuantity::start).toList();
    if (!wanted.isEmpty()) {
      readings.read(facts -> wanted.stream().collect(Collectors.toMap(SessionFacts::key, one -> facts.number(one.now(), true), (a, b) -> a)),
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
    waiting.clear();
    under = Optional.empty();
    ended = nothing -> {};
    if (acting) {
      finish(Optional.empty());
    }
    long mine = steps;
    startState.filter(CompletableFuture::isDone).ifPresentOrElse(this::putBack, () -> startState.ifPresent(state -> state.whenComplete(
        (saved, failure) -> at.pulse().soon(() -> {
          if (steps == mine) {
            putBack(state);
          }
        }))));
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
  public void answered(String id, double value, int how) {
    answers.put(id, value);
    sure.put(id, how);
    reconsider();
  }

  // --- numbers

  /** Reads something of the engine, with the lanes of a comparison. */
  private <T> CompletableFuture<Optional<T>> ask(Function<Facts, T> question) {
    return acts.lanes(twins -> ask(question, Optional.of(twins)).join())
        .thenCompose(found -> found.isPresent() ? CompletableFuture.completedFuture(found.get()) : ask(question, Optional.empty()));
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
    String unknown = LessonNumbers.write(Double.NaN, -1, false, locale);
    readings.read(facts -> texts.stream()
        .map(text -> LessonText.filled(text, place -> place.word().map(word -> String.valueOf(facts.word(word)))
            .orElseGet(() -> LessonNumbers.write(place.sum().orElseThrow().value(facts, true), place.decimals(), place.power(), locale))))
        .toList(), filled, () -> filled.accept(texts.stream().map(text -> LessonText.filled(text, place -> unknown)).toList()));
  }

  @Override
  public void number(Expression sum, DoubleConsumer known) {
    readings.read(facts -> sum.value(facts, true), known::accept, () -> known.accept(Double.NaN));
  }

  @Override
  public void hideAll() {
    veils++;
    at.lang().veil().hideAll();
  }

  @Override
  public void hide(List<Expression> hidden) {
    List<CheckedQuantity> asked = new ArrayList<>();
    hidden.forEach(sum -> sum.each(asked::add));
    long mine = ++veils;
    acts.hidePad(asked.stream().anyMatch(one -> one.subject() == CheckedQuantity.Subject.PAD));
    if (hidden.isEmpty()) {
      at.lang().veil().hide();
    } else {
      Set<String> outputs = outputs(hidden);
      readings.read(facts -> hidden.stream().mapToDouble(sum -> sum.value(facts, true)).filter(value -> outputs.isEmpty() || !isCommon(value))
          .toArray(), values -> {
        if (veils == mine) {
          at.lang().veil().hide(outputs, values);
        }
      }, () -> {}); // all stays hidden
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
    y.each(asked::add); // the reader has seen to it that it is one, of a batch or an epoch
    String name = asked.get(0).name();
    boolean validation = asked.get(0).subject() == CheckedQuantity.Subject.VALID;
    if (epochs) {
      return at.run().history().epochs().stream().mapToDouble(one -> SessionFacts.metric(validation ? one.validation() : one.train(), name)).toArray();
    }
    Curve curve = name.equals("loss") ? at.run().history().loss() : at.run().history().measure();
    return IntStream.range(0, curve.size()).mapToDouble(curve::mean).toArray();
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
    readings.drop();
  }
}
