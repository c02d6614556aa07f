package undercurrent.model;

import undercurrent.model.continuous.NamedProcess;
import undercurrent.settings.Knob;

/**
 * Which model, and its sizes and parts. What belongs to another kind is left alone. A change
 * restarts the training.
 */
public record ModelSettings(
    @Knob(
            label = "Kind",
            help =
                "Deep Markov learns the motion with networks. Linear and exact are: linear, which"
                    + " learns any by EM; level, trend and seasonal, which take each channel"
                    + " apart; ARIMA and its airline model; continuous, for uneven times; trend of"
                    + " a track is constant velocity. Switching has several linear ones that take"
                    + " turns; OKF is trained on the error where the true states are known. Of"
                    + " pendulum, Van der Pol, Lorenz, growth, laser radar and walk the equations"
                    + " are known and a filter is chosen.",
            group = "Model")
        ModelKind kind,
    @Knob(
            label = "Season",
            help = "Steps of a season, for seasonal, airline and the seasonal orders of ARIMA.",
            group = "Model",
            unit = "time steps",
            min = 2,
            max = 366,
            advanced = true)
        int season,
    @Knob(
            label = "Season form",
            help =
                "A season step by step (dummy), or as a sum of waves (trigonometric); automatic"
                    + " takes steps up to 24, and four waves for a longer one.",
            group = "Model",
            advanced = true)
        SeasonForm seasonForm,
    @Knob(
            label = "Cycle",
            help =
                "Adds a wave that fades and is kicked on to level, trend or seasonal; its period is"
                    + " learned, between the season and half of the series.",
            group = "Model")
        boolean cycle,
    @Knob(
            label = "Autoregression",
            help = "Order of a stationary autoregression beside level, trend or seasonal; 0 none.",
            group = "Model",
            max = 12,
            advanced = true)
        int autoregression,
    @Knob(
            label = "Order",
            help =
                "p,d,q of ARIMA: how many past values count, how often differences are taken, how"
                    + " many past innovations count.",
            group = "Model",
            pattern = "\\d{1,2},[0-2],\\d{1,2}",
            example = "1,1,1")
        String order,
    @Knob(
            label = "Seasonal order",
            help = "P,D,Q of ARIMA, the same a season apart; 0,1,1 is usual with order 0,1,1.",
            group = "Model",
            pattern = "[0-4],[0-2],[0-4]",
            example = "0,1,1")
        String seasonalOrder,
    @Knob(
            label = "Process",
            help =
                "What moves a continuous model: a random function (OU, Matern, rougher to"
                    + " smoother), nearly constant velocity or acceleration, or a damped"
                    + " oscillator.",
            group = "Model")
        NamedProcess process,
    @Knob(
            label = "Transform",
            help =
                "For linear kinds: logarithms for series whose swings grow with their level;"
                    + " automatic asks the data.",
            group = "Model",
            advanced = true)
        TransformKind transform,
    @Knob(
            label = "Filter",
            help =
                "How the state of a known model is found: EKF by tangents, UKF and cubature by"
                    + " points, ensemble by a cloud that is shifted, bootstrap and guided by"
                    + " particles that are weighed.",
            group = "Model")
        FilterKind filter,
    @Knob(
            label = "Particles",
            help =
                "Of the particle filters and members of the ensemble; more is closer to the truth,"
                    + " and slower.",
            group = "Model",
            min = 2,
            max = 100_000)
        int particles,
    @Knob(
            label = "Motion noise",
            help =
                "Deviation of what pushes a known model in a unit of time, of growth and walk in a"
                    + " step; 0 learns it from the data.",
            group = "Model",
            max = 1e9)
        double motionNoise,
    @Knob(
            label = "Observation noise",
            help =
                "Deviation of a known model's observations in their unit, of laser and radar times"
                    + " the sensors' own; 0 learns it from the data.",
            group = "Model",
            max = 1e9)
        double observationNoise,
    @Knob(
            label = "Start",
            help = "Mean of the first number of a known model's state at the first row.",
            group = "Model",
            min = -1e9,
            max = 1e9,
            advanced = true)
        double startMean,
    @Knob(
            label = "Start deviation",
            help = "Deviation of the start; 0 takes mean and deviation that the kind knows.",
            group = "Model",
            max = 1e9,
            advanced = true)
        double startDeviation,
    @Knob(
            label = "Regimes",
            help = "How many ways to move take turns, for switching.",
            group = "Model",
            min = 2,
            max = 6)
        int regimes,
    @Knob(
            label = "Regime filter",
            help =
                "For switching: interacting keeps one Gaussian a regime (IMM); Rao-Blackwellised"
                    + " draws sequences of regimes, which takes longer.",
            group = "Model",
            advanced = true)
        RegimeFilter regimeFilter,
    @Knob(
            label = "Motion",
            help =
                "For OKF: constant velocity, where the true states are positions and their"
                    + " velocities; regression learns F from the true states.",
            group = "Model")
        Motion motion,
    @Knob(
            label = "Latent size",
            help = "How many numbers the hidden state has. Two draw a phase plane.",
            group = "Model",
            min = 1,
            max = 256)
        int latentSize,
    @Knob(
            label = "Hidden units",
            help = "Width of the transition, emission and inference networks.",
            group = "Model",
            min = 1,
            max = 2048)
        int hiddenUnits,
    @Knob(
            label = "Transition units",
            help = "Width of the transition alone; 0 takes the hidden units.",
            group = "Model",
            max = 2048,
            advanced = true)
        int transitionUnits,
    @Knob(
            label = "Emission units",
            help = "Width of the emission alone; 0 takes the hidden units.",
            group = "Model",
            max = 2048,
            advanced = true)
        int emissionUnits,
    @Knob(
            label = "Network units",
            help = "Width of the inference network alone; 0 takes the hidden units.",
            group = "Model",
            max = 2048,
            advanced = true)
        int networkUnits,
    @Knob(
            label = "Prior",
            help = "Where the first state comes from: learned, or the standard normal.",
            group = "Model",
            advanced = true)
        PriorKind prior,
    @Knob(
            label = "Transition",
            help = "Gated mixes a linear and a neural step; MLP is neural only.",
            group = "Model")
        TransitionKind transition,
    @Knob(
            label = "Likelihood",
            help = "Gaussian for real numbers, Bernoulli for 0 and 1; automatic looks at the data.",
            group = "Model")
        Likelihood likelihood,
    @Knob(
            label = "Noise",
            help =
                "Observation noise: one learned value a channel, fixed, or a function of the"
                    + " state.",
            group = "Model")
        Noise noise,
    @Knob(
            label = "Fixed noise",
            help = "Standard deviation of fixed observation noise, in standardised units.",
            group = "Model",
            min = 1e-3,
            max = 100,
            advanced = true)
        double fixedNoise,
    @Knob(
            label = "Network",
            help =
                "What the posterior of a state sees: past (filtering), future, or both; structured"
                    + " also sees the state before.",
            group = "Inference network")
        NetworkKind network,
    @Knob(
            label = "Cell",
            help = "The recurrent cell that reads the observations.",
            group = "Inference network",
            advanced = true)
        CellKind cell,
    @Knob(
            label = "Deviation floor",
            help = "Smallest standard deviation of states; keeps the KL finite.",
            group = "Model",
            min = 1e-6,
            max = 1,
            advanced = true)
        double deviationFloor) {

  /** Whether it goes round with a season. */
  public boolean hasSeason() {
    boolean isArima = kind == ModelKind.ARIMA && !seasonalOrder.equals("0,0,0");
    return isArima || kind == ModelKind.SEASONAL || kind == ModelKind.AIRLINE;
  }

  /** How a switching model is filtered. */
  public enum RegimeFilter {
    INTERACTING,
    RAO_BLACKWELLISED
  }

  /** The transition of an Optimized Kalman Filter, which is not trained. */
  public enum Motion {
    CONSTANT_VELOCITY,
    REGRESSION
  }

  /** What finds the state of a known model. */
  public enum FilterKind {
    EKF,
    UKF,
    CUBATURE,
    ENSEMBLE,
    BOOTSTRAP,
    GUIDED;

    /** Whether particles are weighed. */
    public boolean hasParticles() {
      return this == BOOTSTRAP || this == GUIDED;
    }

    /** Whether the state is a cloud of points. */
    public boolean isCloud() {
      return hasParticles() || this == ENSEMBLE;
    }
  }

  /** What is done to the values of a linear kind before anything else. */
  public enum TransformKind {
    NONE,
    LOG,
    AUTOMATIC
  }

  /** p(z₁). */
  public enum PriorKind {
    LEARNED,
    STANDARD
  }

  /** p(zₜ|zₜ₋₁). */
  public enum TransitionKind {
    GATED,
    MLP
  }

  /** p(xₜ|zₜ). */
  public enum Likelihood {
    AUTOMATIC,
    GAUSSIAN,
    BERNOULLI
  }

  /** Where the standard deviation of a Gaussian emission comes from. */
  public enum Noise {
    LEARNED,
    FIXED,
    STATE_DEPENDENT
  }

  /** What a new experiment starts from. */
  public static ModelSettings defaults() {
    return new ModelSettings(
        ModelKind.DEEP_MARKOV,
        12,
        SeasonForm.AUTOMATIC,
        false,
        0,
        "1,1,1",
        "0,0,0",
        NamedProcess.MATERN32,
        TransformKind.NONE,
        FilterKind.UKF,
        300,
        0,
        0,
        0,
        0,
        2,
        RegimeFilter.INTERACTING,
        Motion.CONSTANT_VELOCITY,
        2,
        32,
        0,
        0,
        0,
        PriorKind.LEARNED,
        TransitionKind.GATED,
        Likelihood.AUTOMATIC,
        Noise.LEARNED,
        0.1,
        NetworkKind.STRUCTURED_FUTURE,
        CellKind.GRU,
        1e-3);
  }
}
