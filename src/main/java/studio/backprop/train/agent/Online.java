package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.environment.Dice;
import studio.backprop.project.agent.Sarsa;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.train.record.KeptState;

/**
 * One step in one world, and at once an update from it: y = r + γ·max Q(s′, a′) or, by SARSA, y = r + γ·Q(s′, a′) with the action a′ that
 * is taken next. Sutton and Barto 2018, sections 6.4 and 6.5.
 */
final class Online implements Experience {
  private static final int NONE = -1;

  private final ValueMethod method;
  private final Worlds worlds;
  private final EpisodeLog log = new EpisodeLog();
  private final Player player;
  private final Dice explore;
  private final Dealt dealt;
  private final float[] seen;
  /** Of SARSA, the action that was chosen when the last update was made. */
  private int pending = NONE;
  private Transition last;

  Online(ValueMethod method, Worlds worlds, Player player, Dice explore) {
    this.method = method;
    this.worlds = worlds;
    this.player = player;
    this.explore = explore;
    int width = worlds.world().observed().size();
    this.dealt = new Dealt(1, width, worlds.world().actions().size());
    this.seen = new float[width];
  }

  @Override
  public void deal(long update) {
    worlds.observe(0, dealt.seen, 0);
    int action = pending == NONE ? choose(dealt.seen) : pending;
    double reward = worlds.act(0, action);
    double next = 0;
    pending = NONE;
    if (!worlds.terminated(0)) {
      worlds.observe(0, seen, 0);
      if (method instanceof Sarsa) {
        pending = choose(seen);
        next = player.of(0)[pending];
      } else {
        next = best(seen);
      }
    }
    dealt.taken[0] = action;
    dealt.wanted[0] = (float) (reward + method.discount() * next);
    last = new Transition(action, reward, next, worlds.terminated(0), dealt.wanted[0]);
    if (worlds.renew(0, log)) {
      pending = NONE;
    }
  }

  private int choose(float[] state) {
    best(state);
    return Player.exploring(player.of(0), method.epsilonAt(worlds.taken()), explore.at(worlds.taken()));
  }

  private double best(float[] state) {
    player.see(0, state, 0);
    player.think();
    float[] values = player.of(0);
    return values[Player.best(values)];
  }

  @Override
  public Optional<Transition> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public Dealt dealt() {
    return dealt;
  }

  @Override
  public Worlds worlds() {
    return worlds;
  }

  @Override
  public EpisodeLog log() {
    return log;
  }

  @Override
  public void write(KeptState.Writer to) {
    worlds.write(to);
    log.write(to);
    to.put(pending);
  }

  @Override
  public void read(KeptState.Reader from) {
    worlds.read(from);
    log.read(from);
    pending = (int) from.number();
  }
}
