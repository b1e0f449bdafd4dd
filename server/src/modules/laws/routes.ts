import { createRoute, z } from '@hono/zod-openapi';
import {
  asKnownOn,
  errorText,
  explainRequest,
  findParameter,
  type Invalid,
  isInvalid,
  listParameters,
  replyTo,
  rules,
  runRequest,
} from '@payung/law';
import { json, jsonBody, openAnswers, routes } from '#platform/http';
import { type Language, languageOf } from '#platform/messages';
import { Refusal } from '#platform/refusal';
import {
  knownOn,
  lawExplanation,
  lawHistory,
  lawParameter,
  lawReplies,
  lawReply,
  lawRequest,
  lawRule,
  mostRequests,
  oneOrMany,
} from './schemas.ts';

const query = z.object({ asKnownOn: knownOn.optional() });

/** What the law answers, to anybody: nothing here is about a person we know. */
export const laws = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/law/run',
      summary: `Answer one request to the rules, or a list of at most ${mostRequests}`,
      description:
        'One request is answered with its values, or refused (422) if it is invalid. A list is always answered: each of its members gets values or an error, in the same order. Where the law is not settled, “settled”: false stands beside the answer.',
      security: [],
      request: jsonBody(oneOrMany),
      responses: { ...openAnswers, 200: json(z.union([lawReply, lawReplies]), 'The answers.') },
    }),
    (c) => {
      const body: unknown = c.req.valid('json');
      if (Array.isArray(body))
        return c.json(
          body.map((message: unknown) => replyTo(message)),
          200,
        );
      const reply = runRequest(body);
      if (isInvalid(reply.answer))
        throw refusalOf(reply.answer.error, languageOf(c.req.header('accept-language')));
      return c.json(reply, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/law/explain',
      summary: 'Answer one request to the rules, with every step and its article',
      security: [],
      request: jsonBody(lawRequest),
      responses: { ...openAnswers, 200: json(lawExplanation, 'The answer and its explanation.') },
    }),
    (c) => {
      const { answer, trace } = explainRequest(c.req.valid('json'));
      if (trace === undefined) throw refusalOf(answer.error, languageOf(c.req.header('accept-language')));
      return c.json({ answer, trace }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/law/rules',
      summary: 'Every rule and what it answers',
      security: [],
      responses: { ...openAnswers, 200: json(z.object({ rules: z.array(lawRule) }), 'The rules.') },
    }),
    (c) => c.json({ rules: [...rules.values()].map(({ id, about }) => ({ id, about })) }, 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/law/parameters',
      summary: 'Every figure of the law, without its values',
      security: [],
      responses: {
        ...openAnswers,
        200: json(z.object({ parameters: z.array(lawParameter) }), 'The figures, by id.'),
      },
    }),
    (c) => {
      const parameters = listParameters().map(({ id, label, unit, checked }) => ({
        id,
        label,
        unit,
        checked,
      }));
      return c.json({ parameters }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/law/parameters/{id}',
      summary: 'One figure of the law with its history and sources',
      security: [],
      request: { params: z.object({ id: z.string().openapi({ example: 'jp.wage_cap' }) }), query },
      responses: { ...openAnswers, 200: json(lawHistory, 'The figure.') },
    }),
    (c) => {
      const { id } = c.req.valid('param');
      const on = c.req.valid('query').asKnownOn;
      const found = on === undefined ? findParameter(id) : asKnownOn(on, () => findParameter(id));
      if (found === undefined) throw new Refusal('law.parameterNotFound', { id });
      return c.json(found, 200);
    },
  );

/** The error of the law as a problem: the field, what came and what is accepted, in the language of the request. */
function refusalOf(error: Invalid, language: Language): Refusal {
  const { code, path, accepted, came } = error;
  return new Refusal('law.invalid', {
    code,
    path,
    problem: errorText(error, language),
    ...(accepted === undefined ? {} : { accepted: accepted[language] }),
    ...(came === undefined ? {} : { came: JSON.stringify(came) }),
  });
}
