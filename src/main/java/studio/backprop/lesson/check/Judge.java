package studio.backprop.lesson.check;

import java.util.Arrays;
import java.util.List;
import studio.backprop.lesson.check.Condition.All;
import studio.backprop.lesson.check.Condition.Any;
import studio.backprop.lesson.check.Condition.Not;
import studio.backprop.lesson.check.Condition.Timed;
import studio.backprop.lesson.check.Condition.When;
import studio.backprop.network.Network;

/**
 * Evaluates a check at each step of a training. Verdicts of timed comparisons are kept once their time has passed; a restarted run clears
 * them. A comparison that was never observed (its value was NaN, or its time passed before the first evaluation) is false, and so is its
 * negation. For the training thread; allocates nothing per step.
 */
public final class Judge {
  private final Check check;
  private Verdict[] found = {};
  private char[] lanes = {};
  private boolean[] negated = {};
  private Condition condition;
  private Network network;
  private long seen = -1;

  public Judge(Check check) {
    this.check = check;
  }

  /** Current verdict. @param thorough whether training is paused or an epoch has ended, so that expensive metrics are allowed */
  public Verdict look(Facts facts, Network now, boolean thorough) {
    if (now != network) {
      network = now;
      condition = check.of(now);
      found = new Verdict[count(condition)];
      lanes = new char[found.length];
      negated = new boolean[found.length];
      note(condition, false);
      Arrays.fill(found, Verdict.NOT_YET);
    }
    long step = facts.clock((char) 0).step();
    if (step < seen) {
      Arrays.fill(found, Verdict.NOT_YET);
    }
    seen = step;
    return look(condition, facts, thorough);
  }

  /** Whether the time of a comparison has passed without its holding: only another run can change that. */
  public boolean isLost() {
    for (int i = 0; i < found.length; i++) {
      if (found[i] == (negated[i] ? Verdict.YES : Verdict.NO)) {
        return true;
      }
    }
    return false;
  }

  private static int count(Condition part) {
    if (part instanceof Not not) {
      return count(not.part());
    }
    List<Condition> parts = part instanceof All all ? all.parts() : part instanceof Any any ? any.parts() : List.of();
    return part instanceof Timed ? 1 : parts.stream().mapToInt(Judge::count).sum();
  }

  /** Records the variant of each comparison and whether it is negated. */
  private void note(Condition part, boolean opposite) {
    if (part instanceof Timed timed && timed.place() >= 0) {
      lanes[timed.place()] = timed.lane();
      negated[timed.place()] = opposite;
    } else if (part instanceof Not not) {
      note(not.part(), !opposite);
    } else if (part instanceof All all) {
      all.parts().forEach(one -> note(one, opposite));
    } else if (part instanceof Any any) {
      any.parts().forEach(one -> note(one, opposite));
    }
  }

  private Verdict look(Condition part, Facts facts, boolean thorough) {
    if (part instanceof Timed timed) {
      return timed(timed, facts, thorough);
    } else if (part instanceof Not not) {
      return look(not.part(), facts, thorough).not();
    } else if (part instanceof All all) {
      return joined(all.parts(), Verdict.NO, facts, thorough);
    }
    return joined(((Any) part).parts(), Verdict.YES, facts, thorough);
  }

  /** Three-valued and/or: {@code decides} dominates, then NOT_YET. Evaluates every part, so that none misses its time. */
  private Verdict joined(List<Condition> parts, Verdict decides, Facts facts, boolean thorough) {
    boolean decided = false;
    boolean open = false;
    for (int i = 0; i < parts.size(); i++) {
      Verdict one = look(parts.get(i), facts, thorough);
      decided |= one == decides;
      open |= one == Verdict.NOT_YET;
    }
    return decided ? decides : open ? Verdict.NOT_YET : decides.not();
  }

  private Verdict timed(Timed timed, Facts facts, boolean thorough) {
    int place = timed.place();
    Verdict none = place >= 0 && negated[place] ? Verdict.YES : Verdict.NO;
    if (timed.when() == When.NOW) {
      return timed.comparing().look(facts, thorough, none);
    }
    if (found[place] != Verdict.NOT_YET) {
      return found[place];
    }
    Facts.Clock clock = facts.clock(lanes[place]);
    long at = timed.epochs() ? clock.epoch() : clock.step();
    boolean moment = at == timed.count() && (!timed.epochs() || clock.atEpochEnd());
    boolean within = at < timed.count() || moment;
    if (timed.when() == When.AT) {
      boolean missed = !within && lanes[place] == 0;
      found[place] = moment ? timed.comparing().look(facts, true, none) : missed ? none : Verdict.NOT_YET;
      return found[place];
    }
    if (within && timed.comparing().look(facts, thorough || moment, moment ? none : Verdict.NO) == Verdict.YES) {
      found[place] = Verdict.YES;
    } else if (!within || moment) {
      found[place] = moment ? Verdict.NO : none;
    }
    return found[place];
  }
}
