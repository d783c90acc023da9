package studio.backprop.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * Switched-off units of dense layers. Output and gradient of such a unit are held at 0; its weights are kept. The output layer has no
 * switches.
 */
public final class UnitSwitches {
  /** Name of a unit's switch among the parameters of a node. */
  public static final String UNIT = "unit";

  private final Map<Integer, Units> all = new TreeMap<>();

  /** Switches of one node. */
  static final class Units {
    private final boolean[] off;
    private int count;

    private Units(int units) {
      off = new boolean[units];
    }

    private void set(int unit, boolean isOff) {
      count += (isOff ? 1 : 0) - (off[unit] ? 1 : 0);
      off[unit] = isOff;
    }

    private void follow(Units other) {
      Arrays.fill(off, false);
      count = 0;
      for (int unit = 0; unit < Math.min(off.length, other.off.length); unit++) {
        set(unit, other.off[unit]);
      }
    }

    /** Zeroes the values of switched-off units. @param numbers unit index is the fastest */
    void hold(float[] numbers, int length) {
      for (int unit = 0; count > 0 && unit < off.length; unit++) {
        for (int at = unit; off[unit] && at < length; at += off.length) {
          numbers[at] = 0;
        }
      }
    }
  }

  private UnitSwitches() {}

  /** All on. */
  static UnitSwitches of(Network network) {
    UnitSwitches switches = new UnitSwitches();
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Dense dense && !isPrediction(network, node)) {
        switches.all.put(node.id(), new Units(dense.units()));
      }
    }
    return switches;
  }

  private static boolean isPrediction(Network network, Node node) {
    return network.targets(node.id()).stream()
        .anyMatch(next -> next.layer() instanceof Output || !next.layer().changesNumbers() && isPrediction(network, next));
  }

  /** Without switches. */
  static UnitSwitches none() {
    return new UnitSwitches();
  }

  UnitSwitches copy() {
    UnitSwitches copy = new UnitSwitches();
    all.forEach((node, units) -> copy.all.put(node, new Units(units.off.length)));
    copy.follow(this);
    return copy;
  }

  Optional<Units> of(int node) {
    return Optional.ofNullable(all.get(node));
  }

  /** Whether a unit can be switched. */
  public boolean has(int node, int unit) {
    return of(node).filter(units -> unit >= 0 && unit < units.off.length).isPresent();
  }

  public boolean isOff(int node, int unit) {
    return has(node, unit) && all.get(node).off[unit];
  }

  public boolean anyOff() {
    for (Units units : all.values()) {
      if (units.count > 0) {
        return true;
      }
    }
    return false;
  }

  /** @throws IllegalArgumentException if there is no such switch */
  public void set(int node, int unit, boolean isOff) {
    if (!has(node, unit)) {
      throw new IllegalArgumentException("node " + node + " has no unit " + unit + " that can be switched");
    }
    all.get(node).set(unit, isOff);
  }

  /** Copies the switches of common nodes. */
  public void follow(UnitSwitches other) {
    all.forEach((node, units) -> other.of(node).ifPresent(units::follow));
  }

  /** The units that are off, by node. */
  public Map<Integer, List<Integer>> off() {
    Map<Integer, List<Integer>> found = new TreeMap<>();
    all.forEach((node, units) -> {
      if (units.count > 0) {
        found.put(node, IntStream.range(0, units.off.length).filter(unit -> units.off[unit]).boxed().toList());
      }
    });
    return found;
  }

  /** Switches exactly these off; unknown ones are ignored. */
  public void setOff(Map<Integer, List<Integer>> off) {
    all.values().forEach(units -> units.follow(new Units(0)));
    off.forEach((node, units) -> units.stream().filter(unit -> has(node, unit)).forEach(unit -> set(node, unit, true)));
  }
}
