import type { Lexicon } from './lexicon.ts';
import { phrases } from './phrases.ts';

export const offerings: Lexicon['values']['offerings'] = {
  'Microsoft 365': phrases('office 365, o365, m365, ms365, 365, office, microsoft office'),
  Exchange: phrases('exchange online'),
  'Dynamics 365': phrases('dynamics, d365, crm, erp, business central, navision, dynamics crm'),
  'Windows Autopilot': phrases('autopilot, auto pilot, zero touch deployment, device provisioning'),
  'Windows 365': phrases('cloud pc, cloud pcs'),
  'Power BI': phrases('powerbi, dashboards, business intelligence'),
  'Power Platform': phrases('power apps, powerapps, power automate, low code'),
  'Microsoft Teams': phrases('teams, ms teams, teams telephony, teams phone, teams rooms'),
  'Microsoft Intune': phrases('intune, endpoint manager, mobile device management, mdm, device management'),
  'Microsoft Entra': phrases('entra, entra id, azure ad, azure active directory, identity'),
  'Microsoft Defender': phrases('defender'),
  'Microsoft Sentinel': phrases('sentinel'),
  'Microsoft Purview': phrases('purview'),
  'Microsoft Fabric': phrases('fabric'),
  'Microsoft Copilot': phrases('copilot, microsoft 365 copilot, m365 copilot'),
  'Microsoft 365 Copilot': phrases('copilot, m365 copilot'),
  SharePoint: phrases('share point, sharepoint online, intranet'),
  'SQL Server': phrases('sql, sql server, microsoft sql'),
  'Enterprise Mobility + Security': phrases('ems, enterprise mobility'),
  Surface: phrases('surface devices, surface pro'),
  'Managed Services (MSP)': phrases(
    'managed service, managed it, outsourcing, it outsourcing, managed service provider',
  ),
  'Deployment or Migration': phrases(
    'deployment, deployments, deploy, deploying, migration, migrations, migrate, migrating, rollout, roll out',
  ),
  Licensing: phrases('licence, licences, license, licenses, licencing, subscription, subscriptions'),
  'Learning and Certification': phrases(
    'learning, training, trainings, trainer, certification, courses, train our users',
  ),
  Consulting: phrases('consultant, consultants, consultancy, advice, advisory, advisor'),
  Integration: phrases('systems integration, system integrator, systems integrator'),
  'Custom solution': phrases(
    'custom solutions, custom development, bespoke, custom software, bespoke software',
  ),
  Hardware: phrases('devices, laptops, computers, pcs'),
  'IP Services (ISV)': phrases('software vendor, independent software vendor, software publisher'),
  'Project management': phrases('project manager, project managers'),
  'Change management': phrases('adoption, user adoption, change and adoption'),
  'Security assessment': phrases('security audit, security review, penetration test, pentest'),
  Security: phrases('cybersecurity, cyber security, security services'),
  Support: phrases('helpdesk, help desk, technical support, user support, it support'),
};

export const industries: Lexicon['values']['industries'] = {
  Education: phrases('school, schools, university, universities, college, colleges, teaching, academic'),
  Healthcare: phrases('health, health care, hospital, hospitals, clinic, clinics, medical, life sciences'),
  Government: phrases(
    'public sector, public administration, municipality, municipalities, local government, federal',
  ),
  'Financial services': phrases('finance, financial, bank, banks, banking, insurance, insurer, fintech'),
  Manufacturing: phrases('manufacturer, manufacturers, factory, factories, industrial'),
  Retail: phrases('retailer, retailers, shops, stores, retail and consumer goods, e-commerce, ecommerce'),
  'Retail and consumer goods': phrases(
    'retailer, retailers, shops, stores, consumer goods, e-commerce, ecommerce',
  ),
  Nonprofit: phrases('non profit, not for profit, charity, charities, ngo, ngos, nonprofits'),
  'Professional services': phrases('law firm, law firms, lawyers, accountants, legal, accounting'),
  'Transportation and logistics': phrases('transport, transportation, logistics, shipping'),
  Transportation: phrases('transport, logistics, shipping'),
  Logistics: phrases('transport, transportation, shipping'),
  'Media and communications': phrases('media, broadcasting, publishing'),
  Media: phrases('broadcasting, publishing'),
  Telecommunications: phrases('telecom, telecoms, telco'),
  Energy: phrases('utilities, oil and gas, power utilities'),
  Agriculture: phrases('farming, farms, agrifood'),
  Hospitality: phrases('hotels, hotel, restaurants, restaurant, tourism, travel'),
  'Hospitality and travel': phrases('hotels, hotel, restaurants, restaurant, tourism, travel'),
  'Real estate': phrases('property, realtors'),
  Construction: phrases('building industry, construction industry'),
  'Architecture, engineering and construction': phrases('construction, architects, engineering'),
};

export const designations: Lexicon['values']['designations'] = {
  'Solutions Partner for Azure': phrases('azure partner designation'),
  'Solutions Partner for Infrastructure (Azure)': phrases('azure infrastructure'),
  'Solutions Partner for Data & AI (Azure)': phrases('data and ai, data & ai, azure data and ai'),
  'Solutions Partner for Digital & App Innovation (Azure)': phrases(
    'digital and app innovation, app innovation',
  ),
  'Solutions Partner for Modern Work': phrases('modern workplace'),
  'Solutions Partner for Business Applications': phrases('business apps'),
};

export const functions: Lexicon['functions'] = {
  reseller: phrases('reseller, resellers, value added reseller, licensing reseller, resale, dealer'),
  delegatedAdministrator: phrases(`delegated administrator, delegated administrators, delegated admin,
    delegated administration, delegated admin partner, gdap, dap, administer our tenant`),
  resellerAndDelegatedAdministrator:
    phrases(`reseller & delegated administrator, reseller and delegated administrator,
    reseller and delegated admin, reseller & delegated admin`),
  partner: phrases('partner with a user account, partner function'),
  mpsaPartner: phrases(`mpsa, mpsa partner, products & services agreement, products and services agreement,
    microsoft products & services agreement, microsoft products and services agreement,
    microsoft products & services agreement mpsa partner`),
  oemPcPartner: phrases('oem, oems, oem pc, oem partner, oem pc partner, pc manufacturer, pc maker'),
  lineOfBusinessPartner: phrases(`lob, lob partner, line of business, line of business partner,
    line of business lob partner, lob app, lob apps, lob application, lob applications, line of business app,
    line of business apps, line of business application, line of business applications`),
};

export const sizes: Lexicon['sizes'] = {
  '1-9': phrases(
    'micro business, microbusiness, startup, startups, start up, sole trader, freelancer, freelancers, self employed, very small business',
  ),
  '10-50': phrases(
    'small business, small businesses, small company, small companies, small organisation, small organization, small office',
  ),
  '51-250':
    phrases(`sme, smes, smb, smbs, medium business, medium sized business, medium sized company, medium company,
    mid sized company, mid size company, small and medium businesses, small and medium business,
    small and medium sized businesses, medium organisation, medium organization`),
  '251-1000': phrases('mid market, midmarket, midsize enterprise, mid market company'),
  '1001-5000': phrases(
    'enterprise, enterprises, big company, big companies, enterprise customers, enterprise sized',
  ),
  '5001+': phrases(
    'large enterprise, large enterprises, large company, large companies, large organisation, large organization, multinational, multinationals, very large company, corporation, large corporation',
  ),
};

export const countries: Lexicon['countries'] = {
  GB: phrases('uk, u.k, great britain, britain, england, scotland, wales, northern ireland, gb'),
  US: phrases('us, usa, u.s, u.s.a, america, united states of america, the states'),
  AE: phrases('uae, emirates, the emirates'),
  NL: phrases('holland, the netherlands'),
  CZ: phrases('czech republic'),
  CI: phrases('ivory coast'),
  CD: phrases('drc, democratic republic of congo'),
  CG: phrases('republic of congo'),
  KR: phrases('korea'),
  RU: phrases('russian federation'),
  TR: phrases('turkey'),
  MK: phrases('macedonia'),
  HK: phrases('hong kong'),
  MO: phrases('macau, macao'),
  CV: phrases('cape verde'),
  MM: phrases('burma'),
  VA: phrases('vatican'),
  SZ: phrases('swaziland'),
  TL: phrases('east timor'),
  PS: phrases('palestine'),
  BA: phrases('bosnia'),
};
