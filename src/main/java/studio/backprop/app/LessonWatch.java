package studio.backprop.app;

import java.util.Optional;
import studio.backprop.compare.Comparison;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.Judge;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.lesson.play.Circumstances;
import studio.backprop.lesson.play.SessionFacts;
import studio.backprop.lesson.play.VariantFacts;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.run.RunWatcher;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.learn.lesson.Workbench.Judged;
import studio.backprop.ui.workspace.run.RunModel;

/** Evaluates a task on the training thread after each step of the project or the variants, and stops them once it is met. */
final class LessonWatch implements RunWatcher, AutoCloseable {
  private final RunModel run;
  private final Pulse pulse;
  private volatile Circumstances around = Circumstances.of(Project.EMPTY);
  private volatile Optional<Watched> watched = Optional.empty();
  private volatile boolean held;
  private SessionFacts facts;
  private Session of;
  private VariantFacts withLanes;
  private Comparison lanes;

  /** Task under evaluation. */
  private static final class Watched {
    private final Check check;
    private final Judged judged;
    private final boolean ofLanes;
    private Judge judge;
    /** All conditions but the limit of changes. */
    private Optional<Judge> rest;
    private Comparison twins;
    private boolean toldChanges;
    private boolean told;
    private boolean lost;
    private boolean seen;

    private Watched(Check check, Judged judged) {
      this.check = check;
      begin();
      this.judged = judged;
      this.ofLanes = check.quantities().stream().anyMatch(quantity -> quantity.lane().isPresent());
    }

    private void begin() {
      judge = new Judge(check);
      rest = check.withoutChanges().map(Judge::new);
    }

    /** Resets for new variants, which begin at step 0. */
    private void of(Comparison lanes) {
      if (twins != lanes) {
        twins = lanes;
        begin();
        lost = false;
        seen = false;
      }
    }
  }

  LessonWatch(RunModel run, Pulse pulse) {
    this.run = run;
    this.pulse = pulse;
    run.trainer().watch(Optional.of(this));
  }

  /** Evaluates again after changes outside the session. */
  void around(Circumstances now) {
    around = now;
    if (watched.isPresent()) {
      run.trainer().ask(session -> {
        rested(session);
        return true;
      });
    }
  }

  /** Suspends evaluation during a drag; evaluates at its end. */
  void hold(boolean now) {
    held = now;
    if (!now) {
      around(around);
    }
  }

  Circumstances around() {
    return around;
  }

  void judge(Optional<Check> check, Judged judged) {
    watched = check.map(one -> new Watched(one, judged));
    around(around);
  }

  /** Quantities of a session. Training thread only. */
  SessionFacts facts(Session session) {
    if (session != of) {
      of = session;
      facts = new SessionFacts(session, this::around, () -> Optional.ofNullable(run.trainer().run()).flatMap(it -> it.monitor().newest()));
    }
    return facts;
  }

  @Override
  public boolean stepped(Session session) {
    Optional<Watched> now = watched;
    return now.isPresent() && !now.get().ofLanes && look(now.get(), session, facts(session), facts(session).atEpochEnd());
  }

  @Override
  public void rested(Session session) {
    SessionFacts now = facts(session);
    now.forgetScores();
    watched.filter(one -> !one.ofLanes).ifPresent(one -> look(one, session, now, true));
  }

  /** Whether the task is about variants: evaluated by {@link #compared}. */
  boolean asksOfLanes() {
    return watched.filter(one -> one.ofLanes).isPresent();
  }

  /** The variants took a step or paused. On their thread, blocking; true if the task is met for the first time. */
  boolean compared(Comparison twins, boolean rest) {
    return run.trainer().ask(session -> compared(session, twins, rest)).join().orElse(false);
  }

  private boolean compared(Session session, Comparison twins, boolean rest) {
    Optional<Watched> one = watched.filter(now -> now.ofLanes);
    if (one.isEmpty()) {
      return false;
    }
    if (lanes != twins || of != session) {
      withLanes = new VariantFacts(facts(session), Optional.of(twins), this::around);
      lanes = twins;
    }
    one.get().of(twins);
    return look(one.get(), session, withLanes, rest || twins.steps() % twins.batchesPerEpoch() == 0);
  }

  /** @return whether it is met for the first time */
  private boolean look(Watched one, Session session, Facts known, boolean thorough) {
    if (held) {
      return false;
    }
    Network network = session.project().network();
    Verdict verdict = one.judge.look(known, network, thorough);
    if (verdict == Verdict.YES && !one.told) {
      one.told = true;
      pulse.soon(() -> watched.filter(now -> now == one).ifPresent(now -> now.judged.met()));
      return true;
    }
    boolean rest = !one.toldChanges && one.rest.isPresent() && one.rest.get().look(known, network, thorough) == Verdict.YES;
    if (rest && verdict == Verdict.NO) {
      one.toldChanges = true;
      pulse.soon(() -> watched.filter(now -> now == one).ifPresent(now -> now.judged.changedTooMuch()));
    }
    boolean lost = verdict == Verdict.NO && one.judge.isLost();
    if (lost && !one.lost && one.seen) { // a run from before the task is no attempt
      pulse.soon(() -> watched.filter(now -> now == one).ifPresent(now -> now.judged.missed()));
    }
    one.lost = lost;
    one.seen = true;
    return false;
  }

  @Override
  public void close() {
    run.trainer().watch(Optional.empty());
  }
}
